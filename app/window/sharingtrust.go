package window

import (
	"context"

	"muster/app"
	"muster/app/say"
)

// nameDevice asks what this device is to be called.
func (w *Window) nameDevice(own app.Device) {
	more := say.Text("Others see the name beside what was entered here.")
	w.askName(say.Text("What shall this device be called?"), more, own.Name, say.Text("Rename"), func(name string, said func(error)) {
		var refused error
		w.work(func(context.Context) error {
			refused = w.muster.NameDevice(name)
			return nil // said in the question
		}, func(error) {
			said(refused)
			w.changed()
		})
	})
}

// acceptDevice asks whether a device is known.
func (w *Window) acceptDevice(d app.Device) {
	w.ask(question{
		asks: say.Text("Accept %[1]s (%[2]s)?", deviceName(d.Name, d.Key), d.Key.Fingerprint()),
		more: acceptingMeans(),
		does: say.Text("Accept"),
		do:   func() { w.judge(func() error { return w.muster.Accept(d.Key) }) },
	})
}

// refuseDevice asks whether a device is to be accepted no more.
func (w *Window) refuseDevice(d app.Device) {
	w.ask(question{
		asks: say.Text("Accept %s no more?", deviceName(d.Name, d.Key)),
		more: say.Text("Its updates go on counting, and show as unverified again."),
		does: say.Text("Take back"),
		do:   func() { w.judge(func() error { return w.muster.Refuse(d.Key) }) },
	})
}

// judge does what says whom or what to believe, and shows what follows.
func (w *Window) judge(do func() error) {
	w.work(func(context.Context) error { return do() }, func(error) { w.changed() })
}

// discard asks whether something in quarantine is to be thrown away.
func (w *Window) discard(q app.Quarantined, what string) {
	desk := w.desk
	w.ask(question{
		asks: say.Text("Discard %s?", what),
		more: say.Text("It is gone for good, unless it comes again in a pack."),
		does: say.Text("Discard"), risky: true,
		do: func() { w.judge(func() error { return desk.Discard(q.ID) }) },
	})
}
