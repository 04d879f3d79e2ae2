"""Values: what the words of an article say in numbers, money, times, laws and votes, as intervals."""
