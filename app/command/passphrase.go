package command

import (
	"bufio"
	"fmt"
	"os"
	"strings"

	"golang.org/x/term"

	"muster/campaign"
)

// passphraseIn reads the first line of a file.
func passphraseIn(path string) (string, error) {
	file, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer file.Close()
	lines := bufio.NewScanner(file)
	if lines.Scan(); lines.Err() != nil || lines.Text() == "" {
		return "", campaign.Explain(campaign.ErrPassphrase, "the first line of %s holds no passphrase", path)
	}
	return lines.Text(), nil
}

// newPassphrase asks for a passphrase twice.
func (f *face) newPassphrase() (string, error) {
	first, err := f.passphrase("Passphrase: ")
	if err != nil {
		return "", err
	}
	again, err := f.passphrase("Once more: ")
	if err == nil && again != first {
		err = campaign.Explain(campaign.ErrPassphrase, "the two passphrases differ, so nothing was written: try again")
	}
	return first, err
}

// passphrase asks for a passphrase at the terminal, where it is not shown.
func (f *face) passphrase(ask string) (string, error) {
	terminal := int(os.Stdin.Fd())
	if !term.IsTerminal(terminal) {
		return "", campaign.Explain(campaign.ErrPassphrase, "there is no terminal to ask for the passphrase: put it into a file and name that with --passphrase-file")
	}
	fmt.Fprint(os.Stderr, ask)
	typed, err := term.ReadPassword(terminal)
	fmt.Fprintln(os.Stderr)
	if err == nil && strings.TrimSpace(string(typed)) == "" {
		err = campaign.Explain(campaign.ErrPassphrase, "no passphrase was typed")
	}
	return string(typed), err
}
