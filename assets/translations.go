package assets

import "embed"

// Translations holds all texts of the program by language: a text in English
// to the same text in another language, or to its plural forms. English itself
// has only its plurals there, and what is named instead of written out.
//
//go:embed translations/*.json
var Translations embed.FS
