//! Formulas of every kind.

use crate::support::{check, figure};
use panim_figure::*;

/// One in each line.
const FORMULAS: &str = include_str!("formulas.txt");

#[test]
fn formulas_are_set() {
    let mut renderer = figure(1100, 1700, |fig| {
        fig.subplots(1, 1).margins(0.0, 0.0, 0.0, 0.0);
        let ax = fig.axes();
        ax.set_axis_off(true).set_xlim(0, 3).set_ylim(20, 0);
        for (i, formula) in FORMULAS.lines().enumerate() {
            let place = ((i / 20) as f64 + 0.05, (i % 20) as f64 + 0.5);
            ax.add(Text::new(place, formula).size(14).valign("center"));
        }
    });
    check("formulas_of_all_kinds", &mut renderer);
    assert_eq!(renderer.take_warnings(), []);
}

#[test]
fn formulas_stand_everywhere() {
    let mut renderer = figure(700, 480, |fig| {
        fig.tight_layout().set_title(r"$\frac{\partial u}{\partial t} = \alpha\nabla^2 u$");
        let ax = fig.axes();
        let x = linspace(0.1, 4.0, 200);
        let line = Line::new(&x, x.iter().map(|x| 1.0 / x)).label(r"$\frac{1}{x}$");
        let curve = Line::new(&x, x.iter().map(|x| x.sqrt())).label(r"$\sqrt[3]{x^2}$");
        ax.set_title(r"$f(x) = \sum_{n=0}^{\infty} \frac{x^n}{n!}$");
        ax.set_xlabel(r"$\frac{x}{x_0}$")
            .set_ylabel(r"$\sqrt{\langle y^2\rangle}\ \left(\frac{\mathrm{m}}{\mathrm{s}}\right)$");
        ax.set_xticks([1, 2, 3]).set_xticklabels([
            r"$\frac{\pi}{2}$",
            r"$\pi$",
            r"$\frac{3\pi}{2}$",
        ]);
        ax.add(line);
        ax.add(curve);
        ax.add(Annotation::new(r"$\int_0^1 f$", (1.0, 1.0)).xytext((2.0, 5.0)).arrow("->"));
        ax.add(Text::new((3.0, 5.0), r"turned $\frac{a}{b}$").rotation(30));
        ax.legend();
    });
    check("formulas_everywhere", &mut renderer);
}

/// Formulas in the letters of the text, on the left, and in TeX's: what matplotlib's `mathtext.fontset` calls
/// `dejavusans` and `cm`.
#[test]
fn letters_of_formulas_are_those_of_the_style() {
    const FORMULAS: [&str; 9] = [
        r"$E = mc^2,\ \alpha\beta\gamma\delta,\ \Gamma\Delta\Omega$",
        r"$x = \frac{-b \pm \sqrt{b^2 - 4ac}}{2a}$",
        r"$\sum_{n=1}^{\infty} \frac{1}{n^2} = \frac{\pi^2}{6}$",
        r"$\int_{-\infty}^{\infty} e^{-x^2}\,\mathrm{d}x = \sqrt{\pi}$",
        r"$\hat{H}\psi = i\hbar\,\partial_t\psi,\ \vec{v}\times\vec{B}$",
        r"$\mathrm{Re} = 1234.5,\ \mathbf{AB},\ \mathcal{L},\ \mathbb{R}$",
        r"$\sin^2\theta + \cos^2\theta = 1,\ \lim_{x\to 0} f(x)$",
        r"$\text{words: } \frac{\text{סך הכל}}{\text{سرعة}} = 2\,\text{km/s}$",
        r"$t = 0.25\,\mathrm{s}$ in a text, 10 $\mathrm{\mu m}$",
    ];
    let mut renderer = figure(760, 520, |fig| {
        fig.set_style(Style { math_font: MathFont::ComputerModern, ..Style::default() });
        fig.tight_layout();
        let ax = fig.axes();
        ax.set_xlim(1e-3, 10).set_xscale("log").set_ylim(9, 0);
        ax.set_title(Label::new(r"style: $f(x) = \frac{1}{2}x^2$").size(14));
        ax.set_xlabel(Label::new(r"of its own: $\lambda_0$ [nm]").math_font("text").size(14));
        for (i, formula) in FORMULAS.iter().enumerate() {
            let text = |x: f64| Text::new((x, i as f64 + 0.5), *formula).size(15).valign("center");
            ax.add(text(1.2e-3).math_font("text"));
            ax.add(text(0.15));
        }
    });
    check("math_fonts", &mut renderer);
    assert_eq!(renderer.take_warnings(), []);
}
