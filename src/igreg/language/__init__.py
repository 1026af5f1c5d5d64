"""Words of English, whatever they are about: days and lists in a sentence, and the nearest word to one mistyped."""
