"""References of other programs into a register: read, judged line by line, written all together or not at all."""
