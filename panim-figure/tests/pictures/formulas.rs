//! Formulas of every kind.

use crate::support::{check, figure};
use panim_figure::*;

const FORMULAS: [&str; 60] = [
    r"$x = \frac{-b \pm \sqrt{b^2-4ac}}{2a}$",
    r"$\nabla \cdot \mathbf{E} = \frac{\rho}{\varepsilon_0}$",
    r"$\nabla \times \mathbf{E} = -\frac{\partial \mathbf{B}}{\partial t}$",
    r"$\nabla \cdot \mathbf{B} = 0$",
    r"$\nabla \times \mathbf{B} = \mu_0\mathbf{J} + \mu_0\varepsilon_0\frac{\partial \mathbf{E}}{\partial t}$",
    r"$\oint_{\partial\Omega} \mathbf{E}\cdot\mathrm{d}\mathbf{S} = \iiint_\Omega \rho\,\mathrm{d}V$",
    r"$K(b, a) = \int \mathcal{D}x\, e^{\frac{i}{\hbar}\int_{t_a}^{t_b} L\,\mathrm{d}t}$",
    r"$i\hbar\frac{\partial}{\partial t}\Psi = \hat{H}\Psi$",
    r"$\left[-\frac{\hbar^2}{2m}\nabla^2 + V\right]\psi = E\psi$",
    r"$\begin{pmatrix} a & b \\ c & d \end{pmatrix}^{-1}$",
    r"$\begin{bmatrix} 1 & 0 & 0 \\ 0 & \cos\theta & -\sin\theta \\ 0 & \sin\theta & \cos\theta \end{bmatrix}$",
    r"$\begin{vmatrix} a & b \\ c & d \end{vmatrix} = ad - bc$",
    r"$f(x) = \begin{cases} x^2 & x \ge 0 \\ -x & \text{otherwise} \end{cases}$",
    r"$\begin{aligned} a &= b + c \\ &= d \end{aligned}$",
    r"$\left.\begin{array}{c|c} 1 & 2 \\ \hline 3 & 4 \end{array}\right\}$",
    r"$a_0 + \cfrac{1}{a_1 + \cfrac{1}{a_2 + \cfrac{1}{a_3}}}$",
    r"$\sqrt{1+\sqrt{1+\sqrt{1+x}}}$",
    r"$\sqrt[3]{x^3+y^3}\ \sqrt[n]{2}$",
    r"$\|x\|_2 = \sqrt{\langle x, x\rangle}$",
    r"$\left\|\frac{a}{b}\right\| \left|\frac{a}{b}\right| \left\lfloor\frac{a}{b}\right\rfloor \left\lceil\frac{a}{b}\right\rceil$",
    r"$\sum_{n=1}^\infty \frac{1}{n^2} = \frac{\pi^2}{6}$",
    r"$\prod_{p} \frac{1}{1-p^{-s}} = \zeta(s)$",
    r"$\int_{-\infty}^\infty e^{-x^2}\,\mathrm{d}x = \sqrt{\pi}$",
    r"$\lim_{x\to 0} \frac{\sin x}{x} = 1$",
    r"$\max_{i<j} x_i\quad \limsup_{n\to\infty} a_n$",
    r"$\bigcup_{i} A_i = \bigcap_j B_j,\ \bigoplus_k V_k$",
    r"$\binom{n}{k} = \frac{n!}{k!(n-k)!}$",
    r"$\hat{x}\ \vec{v}\ \bar{y}\ \dot{q}\ \ddot{q}\ \tilde{n}\ \check{c}\ \breve{a}\ \acute{e}\ \grave{e}$",
    r"$\widehat{abc}\ \widetilde{xyz}\ \overline{AB}\ \underline{x}\ \overrightarrow{PQ}$",
    r"$\overbrace{a+b+c}^{n}\ \underbrace{x+y+z}_{m}$",
    r"$\mathrm{ABC}\ \mathit{ABC}\ \mathbf{ABC}\ \boldsymbol{\alpha x}$",
    r"$\mathbb{NZQRC}\ \mathcal{ABC}\ \mathfrak{abgE}\ \mathscr{FLH}$",
    r"$\mathsf{Sans}\ \mathtt{code}\ \textcolor{red}{x}+\color{#08f}{\frac{a}{b}}\ \colorbox{gold}{y}$",
    r"$\alpha\beta\gamma\delta\epsilon\varepsilon\zeta\eta\theta\vartheta\iota\kappa\lambda\mu$",
    r"$\nu\xi\pi\varpi\rho\varrho\sigma\varsigma\tau\upsilon\phi\varphi\chi\psi\omega$",
    r"$\Gamma\Delta\Theta\Lambda\Xi\Pi\Sigma\Upsilon\Phi\Psi\Omega$",
    r"$a \le b \ge c \ne d \approx e \equiv f \sim g \propto h$",
    r"$A \subset B \subseteq C \in D \notin E \cup F \cap G$",
    r"$p \wedge q \vee r \neg s \forall x\, \exists y$",
    r"$a \to b \Rightarrow c \iff d \mapsto e \leftrightarrow f$",
    r"$x \xrightarrow{\text{heat}} y \xleftarrow[k_2]{k_1} z$",
    r"$\frac12\ \dfrac12\ \tfrac12\ \frac{x^2}{y_1}$",
    r"$x^{y^z}_{i_j}\ {}_1^2X_3^4\ x'\ f''(x)$",
    r"$a\!b\ a\,b\ a\:b\ a\;b\ a\quad b\qquad c$",
    r"$\left(\left[\left\{\frac{a}{b}\right\}\right]\right)$",
    r"$\bigl(\Bigl(\biggl(\Biggl( x \Biggr)\biggr)\Bigr)\bigr)$",
    r"$\left\{ x \,\middle|\, x^2 < 2 \right\}$",
    r"$\ce{2H2 + O2 -> 2H2O}\quad \ce{SO4^2-}$",
    r"$\mathrm{CO_2}\ \mathrm{H_2O}\ {}^{14}_{6}\mathrm{C}$",
    r"$t = 0.25\,\mathrm{s},\ v = 3\times 10^{-3}\,\mathrm{m/s}$",
    r"$1,234,567.89\ 50\%\ 20\,{}^\circ\mathrm{C}$",
    r"$\operatorname{sinc} x = \frac{\sin \pi x}{\pi x}$",
    r"$\operatorname*{arg\,max}_{\theta} \mathcal{L}(\theta)$",
    r"$\text{Wärme über } T_0 \text{ in } \mathrm{kJ}$",
    r"$\boxed{E = mc^2}\ \cancel{x}$",
    r"$\overset{!}{=}\ \underset{x}{\min}\ \stackrel{\text{def}}{=}$",
    r"$\Re z\ \Im z\ \aleph_0\ \ell\ \hbar\ \partial\ \infty\ \emptyset\ \angle$",
    r"$\not= \neq \not\in \ldots \cdots \vdots \ddots$",
    r"$\displaystyle\sum_{i=0}^n\int_0^1 \frac{x^i}{i!}\,\mathrm{d}x$",
    r"$P(A \mid B) = \frac{P(B \mid A)\,P(A)}{P(B)}$",
];

#[test]
fn formulas_are_set() {
    let mut renderer = figure(1100, 1700, |fig| {
        fig.subplots(1, 1).margins(0.0, 0.0, 0.0, 0.0);
        let ax = fig.axes();
        ax.set_axis_off(true).set_xlim(0, 3).set_ylim(20, 0);
        for (i, formula) in FORMULAS.iter().enumerate() {
            let place = ((i / 20) as f64 + 0.05, (i % 20) as f64 + 0.5);
            ax.add(Text::new(place, *formula).size(14).valign("center"));
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
