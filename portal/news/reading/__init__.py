"""What readers find around an article: lists narrowed, months, albums, what to read next, words to send on."""
