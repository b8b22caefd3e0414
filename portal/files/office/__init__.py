"""What teachers write in Word, read as plain pieces. Pure: bytes or clipboard HTML in, a Paper or one sentence out."""
