use panim::prelude::*;
use panim::{Label, Style};

#[animation]
#[derive(Default)]
struct Pulse {
    line: Handle<Line>,
}

impl Pulse {
    // ANCHOR: setup
    #[setup]
    fn setup(&mut self, fig: &mut Figure) {
        fig.set_size(800, 450).set_style(Style {
            line_width: 3.0,
            font_size: 14.0,
            ..Style::default()
        });
        let ax = fig.axes();
        ax.set_xlim(-5, 5).set_ylim(-0.1, 1.1).set_xlabel("$x$ (m)").set_ylabel("height (m)");
        ax.set_title(Label::new("A pulse").size(18));
        self.line = ax.add(Line::empty());
    }
    // ANCHOR_END: setup

    #[update]
    fn update(&self, frame: &mut Frame, place: f64) {
        let x = linspace(-5, 5, 400);
        frame[self.line].set_data(&x, x.iter().map(|x| (-(x - place).powi(2)).exp()));
    }
}

fn main() -> panim::Result<()> {
    // ANCHOR: formats
    let pulse = || Pulse::render("pulse.mp4").sweep(-6.0..6.0, 8);
    pulse().run()?; // H.264 in MP4: 800x450
    pulse().dpi(240).quality(18).run()?; // the same picture in 1920x1080

    let pulse_gif = || Pulse::render("pulse.gif").sweep(-6.0..6.0, 8);
    pulse_gif().dpi(50).fps(15).run()?; // 400x225, for a page or a README

    let pictures = Pulse::render("pulse/%05d.png").sweep(-6.0..6.0, 8);
    pictures.run()?; // pulse/00000.png, .., for whatever reads pictures

    pulse().still(4)?.save_png("sharing.png")?; // for print, with `.dpi(300)`
    // ANCHOR_END: formats
    Ok(())
}
