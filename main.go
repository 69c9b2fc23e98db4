// Muster plans campaigns whose success depends on numbers. Without arguments
// it opens its window; with a command it does the same work without one.
package main

import (
	"os"
	"time"
	_ "time/tzdata" // so that a campaign's time zone is known on every system

	"fyne.io/fyne/v2"
	desktop "fyne.io/fyne/v2/app" // here alone: it needs OpenGL

	"muster/app"
	"muster/app/command"
	"muster/app/window"
	"muster/assets"
)

// id and version are those of FyneApp.toml.
const (
	id      = "org.musterplanner.muster"
	version = "0.1.0"
)

func main() {
	os.Exit(command.Run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr, command.Env{
		Now:     time.Now,
		Getenv:  os.Getenv,
		Window:  open,
		Version: version,
	}))
}

// open shows the window on a data folder, with files to look at, until it is
// closed.
func open(dir string, files []string) error {
	if !reachable() {
		return command.ErrNoDisplay
	}
	muster, err := app.Open(dir, time.Now)
	if err != nil {
		return err
	}
	release, err := muster.CatchCrash()
	if err != nil {
		return err
	}
	icon := fyne.NewStaticResource("icon.png", assets.Icon())
	desktop.SetMetadata(fyne.AppMetadata{ID: id, Name: "Muster", Version: version, Icon: icon})
	program := desktop.NewWithID(id)
	program.SetIcon(icon)
	w := window.New(program, muster)
	w.Take(files)
	go leave(w.Closed(), release)
	w.ShowAndRun()
	release()
	return nil
}

// leave ends the program a while after its window was closed: Fyne's loop and
// the queue of its last events can wait for each other for good (2.8.1).
func leave(closed <-chan struct{}, release func()) {
	<-closed
	time.Sleep(5 * time.Second)
	release()
	os.Exit(0)
}
