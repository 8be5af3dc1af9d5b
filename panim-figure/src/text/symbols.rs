//! The names that formulas know, and which symbols stand off from their neighbours.

/// The symbol of a name without its backslash.
pub(super) fn symbol(name: &str) -> Option<char> {
    names().find(|(known, _)| *known == name).map(|(_, symbol)| symbol)
}

/// The width in em of a name for room.
pub(super) fn space(name: &str) -> Option<f64> {
    Some(match name {
        "," => 1.0 / 6.0,
        ":" => 2.0 / 9.0,
        ";" => 5.0 / 18.0,
        " " => 1.0 / 3.0,
        "!" => -1.0 / 6.0,
        "quad" => 1.0,
        "qquad" => 2.0,
        _ => return None,
    })
}

/// Written upright under its own name.
pub(super) fn is_function(name: &str) -> bool {
    FUNCTIONS.contains(&name)
}

/// Joins two things, as `+` does, unless it is a sign.
pub(super) fn is_binary(symbol: char) -> bool {
    "+−*±∓×÷·∘•∩∪⊕⊗∧∨∖".contains(symbol)
}

/// Slanted in a formula: letters, except for Greek capitals.
pub(super) fn is_variable(character: char) -> bool {
    character.is_alphabetic() && !matches!(character, 'Α'..='Ω')
}

/// Relates two things, as `=` does.
pub(super) fn is_relation(symbol: char) -> bool {
    "=<>≠≈≡∼≃≅≤≥≪≫∝∈∉⊂⊃⊆⊇→←↔↦⇒⇐⇔∥⊥".contains(symbol)
}

/// Whether a name is that of a sign that grows, or of one that stands around something.
#[cfg(feature = "math")]
pub(super) fn is_large(name: &str) -> bool {
    LARGE.contains(&name)
        || matches!(name, "langle" | "rangle" | "lfloor" | "rfloor" | "lceil" | "rceil")
}

/// Has a formula signs that grow, or that have limits above and below?
pub(super) fn has_large(formula: &str) -> bool {
    let names = formula.split('\\').skip(1);
    names
        .map(|rest| rest.split(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default())
        .any(|name| LARGE.contains(&name) || WITH_LIMITS.contains(&name))
}

const LARGE: [&str; 4] = ["sum", "prod", "int", "oint"];
const WITH_LIMITS: [&str; 5] = ["lim", "max", "min", "sup", "inf"];

const FUNCTIONS: [&str; 25] = [
    "arccos", "arcsin", "arctan", "arg", "cos", "cosh", "cot", "coth", "csc", "deg", "det", "dim",
    "exp", "inf", "ker", "lim", "ln", "log", "max", "min", "sec", "sin", "sinh", "sup", "tan",
];

/// Each name before its symbol.
const NAMES: &str = "
    alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι
    kappa κ lambda λ mu μ nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ
    upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω
    Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω
    pm ± mp ∓ times × div ÷ cdot · ast ∗ circ ∘ bullet • cap ∩ cup ∪ oplus ⊕ otimes ⊗ wedge ∧ vee ∨
    setminus ∖
    leq ≤ le ≤ geq ≥ ge ≥ neq ≠ ne ≠ approx ≈ equiv ≡ sim ∼ simeq ≃ cong ≅ ll ≪ gg ≫ propto ∝ in ∈
    notin ∉ subset ⊂ supset ⊃ subseteq ⊆ supseteq ⊇ parallel ∥ perp ⊥
    to → rightarrow → leftarrow ← leftrightarrow ↔ uparrow ↑ downarrow ↓ mapsto ↦ Rightarrow ⇒
    Leftarrow ⇐ Leftrightarrow ⇔
    sum ∑ prod ∏ int ∫ oint ∮ partial ∂ nabla ∇ infty ∞ forall ∀ exists ∃ emptyset ∅ hbar ℏ ell ℓ
    Re ℜ Im ℑ aleph ℵ angstrom Å degree ° prime ′ dagger † ddagger ‡ angle ∠ langle ⟨ rangle ⟩
    lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉ ldots … dots … cdots ⋯";

/// Each name and its symbol.
pub(super) fn names() -> impl Iterator<Item = (&'static str, char)> {
    let mut words = NAMES.split_whitespace();
    std::iter::from_fn(move || Some((words.next()?, words.next()?.parse().ok()?)))
}
