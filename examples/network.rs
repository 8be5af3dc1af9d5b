//! A signal spreads through a network: links light up as it travels, and nodes as it arrives.

use panim::prelude::*;
use panim::{Aspect, Colormap, Style};

const NODES: usize = 34;
/// Where the signal sets out, on the rim.
const SOURCE: usize = 33;
/// How far apart nodes with a link are at most.
const REACH: f64 = 2.1;

/// A network, and the times at which a signal of speed 1 comes to its nodes.
#[animation]
#[derive(Default)]
struct Network {
    nodes: Vec<(f64, f64)>,
    arrivals: Vec<f64>,
    /// From where the signal comes first to where it comes later.
    links: Vec<(usize, usize)>,
    lit: Vec<Handle<Line>>,
    heads: Handle<Scatter>,
    dots: Handle<Scatter>,
}

/// Like the seeds of a sunflower: no two are close, and no direction is preferred.
fn seed(i: usize) -> (f64, f64) {
    let (angle, far) = (i as f64 * 2.399_963, (i as f64 + 0.5).sqrt());
    (far * angle.cos(), far * angle.sin())
}

impl Network {
    fn length(&self, a: usize, b: usize) -> f64 {
        (self.nodes[a].0 - self.nodes[b].0).hypot(self.nodes[a].1 - self.nodes[b].1)
    }

    #[setup]
    fn setup(&mut self, fig: &mut Figure) {
        self.nodes = (0..NODES).map(seed).collect();
        let pairs = (0..NODES).flat_map(|a| (0..NODES).map(move |b| (a, b)));
        self.links = pairs.filter(|&(a, b)| a != b && self.length(a, b) < REACH).collect();
        self.arrivals = vec![f64::INFINITY; NODES];
        self.arrivals[SOURCE] = 0.3;
        // after so many rounds no path gets any shorter
        for _ in 0..NODES {
            for &(a, b) in &self.links {
                self.arrivals[b] = self.arrivals[b].min(self.arrivals[a] + self.length(a, b));
            }
        }
        self.links.retain(|&(a, b)| self.arrivals[a] < self.arrivals[b]);

        fig.set_style(Style::dark()).set_size(560, 560);
        let mut grid = fig.grid(1, 1);
        let ax = grid.margins(0.03, 0.03, 0.09, 0.03).span(0, 0);
        ax.set_title("A signal in a network").set_axis_off(true).set_aspect(Aspect::Equal);
        ax.set_xlim(-6.2, 6.2).set_ylim(-6.2, 6.2);
        for &(a, b) in &self.links {
            let ends = [self.nodes[a], self.nodes[b]];
            ax.add(Line::new(ends.map(|end| end.0), ends.map(|end| end.1)).color("0.3").width(1.0));
            self.lit.push(ax.add(Line::new([0.0; 0], [0.0; 0]).color("#ffb347").width(2.5)));
        }
        let heads = Scatter::new([0.0; 0], [0.0; 0]).color("#fff2c0").size(14.0);
        self.heads = ax.add(heads.zorder(3.0));
        let (x, y): (Vec<_>, Vec<_>) = self.nodes.iter().copied().unzip();
        let glow = Colormap::from_colors(["#2b4a6f", "#ffb347", "#fffbe6"]);
        let dots = Scatter::new(x, y).values([0.0; NODES]).cmap(glow).vmin(0.0).vmax(1.0);
        self.dots = ax.add(dots.edge_color("#8fb3d9").zorder(4.0));
        let source = Annotation::new("source", self.nodes[SOURCE]).xytext(At::Points(18.0, -34.0));
        ax.add(source.color("0.8").shrink(9.0));
    }

    #[update]
    fn update(&self, frame: &mut Frame, now: f64) {
        let mut heads = Vec::new();
        for (&(a, b), &line) in self.links.iter().zip(&self.lit) {
            let (since, length) = (now - self.arrivals[a], self.length(a, b));
            let ((ax, ay), (bx, by)) = (self.nodes[a], self.nodes[b]);
            let fraction = (since / length).clamp(0.0, 1.0);
            let head = (ax + fraction * (bx - ax), ay + fraction * (by - ay));
            frame[line].set_data([ax, head.0], [ay, head.1]);
            frame[line].set_alpha((-(since - length).max(0.0) / 0.9).exp());
            heads.extend((fraction > 0.0 && fraction < 1.0).then_some(head));
        }
        frame[self.heads].set_data(heads.iter().map(|head| head.0), heads.iter().map(|h| h.1));
        // a node lights up at once and fades
        let pulse = |at: &f64| ((now - at) / 0.1).clamp(0.0, 1.0) * (at - now).min(0.0).exp();
        let pulses = self.arrivals.iter().map(pulse);
        frame[self.dots].set_sizes(pulses.clone().map(|pulse| (9.0 + 9.0 * pulse).powi(2)));
        frame[self.dots].set_values(pulses);
    }
}

fn main() -> panim::Result<()> {
    Network::render("network.mp4").fps(30).sweep(0.0..17.0, 180).main()
}
