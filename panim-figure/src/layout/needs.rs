//! The room that is needed before and after the boxes of a grid's rows or columns, in pixels.

/// What is needed at one end of a row or column.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Need {
    /// For colorbars: it is taken from the boxes, beside which margins and gaps stay.
    pub(crate) bars: f64,
    /// For ticks and words, from the box on; it may lie in margins and gaps. 0 or less if there
    /// is a box alone, and negative infinity if there is not even that.
    words: f64,
}

impl Need {
    const NONE: Self = Self { bars: 0.0, words: f64::NEG_INFINITY };

    /// What words need beside the colorbars.
    pub(crate) fn words(self) -> f64 {
        (self.words - self.bars).max(0.0)
    }

    /// What must stay free of a margin or a gap: `clear` pixels more than words take. A box without
    /// words keeps them itself if the layout is `tight`, as far as it reaches to its end.
    pub(crate) fn with(self, clear: f64, tight: bool) -> f64 {
        match self.words - self.bars {
            words if words > 0.0 => words + clear,
            _ if self.bars > 0.0 => clear,
            words if tight => (words + clear).max(0.0),
            _ => 0.0,
        }
    }
}

#[derive(Debug, Clone)]
pub(crate) struct Needs(Vec<[Need; 2]>);

impl Needs {
    pub(crate) fn none(count: usize) -> Self {
        Self(vec![[Need::NONE; 2]; count])
    }

    /// What starts with track `first` and ends with `last` has words that need so much before and
    /// after.
    pub(crate) fn add(&mut self, (first, last): (usize, usize), [before, after]: [f64; 2]) {
        self.0[first][0].words = self.0[first][0].words.max(before);
        self.0[last][1].words = self.0[last][1].words.max(after);
    }

    /// The same for colorbars.
    pub(crate) fn add_bars(&mut self, (first, last): (usize, usize), [before, after]: [f64; 2]) {
        self.0[first][0].bars = self.0[first][0].bars.max(before);
        self.0[last][1].bars = self.0[last][1].bars.max(after);
    }

    /// Adds what a grid inside needs at its edges.
    pub(crate) fn add_outer(&mut self, tracks: (usize, usize), [before, after]: [Need; 2]) {
        self.add(tracks, [before.words, after.words]);
        self.add_bars(tracks, [before.bars, after.bars]);
    }

    /// Before the first and after the last.
    pub(crate) fn outer(&self) -> [Need; 2] {
        [self.0[0][0], self.0[self.0.len() - 1][1]]
    }

    pub(crate) fn have_bars(&self) -> bool {
        self.0.iter().flatten().any(|need| need.bars > 0.0)
    }

    /// After each track but the last, and before the one that follows.
    pub(crate) fn between(&self) -> impl Iterator<Item = [Need; 2]> {
        self.0.windows(2).map(|pair| [pair[0][1], pair[1][0]])
    }
}
