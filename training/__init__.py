"""How the English pipeline that ships with factcheck is made, from open treebanks. Not part of the wheel."""
