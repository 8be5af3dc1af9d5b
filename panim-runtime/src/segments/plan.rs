//! What a video's parts are parts of, as it stands in their folder.

use super::{folder::PartsFolder, hash, program};
use crate::{Encoder, Error, Result, output::OutputFormat, settings::Settings};
use panim_figure::__private::written;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

/// Of the plan and of the segments. A newer one cannot be read.
const FORM: u32 = 1;

/// The version of panim that writes it.
const PANIM: &str = env!("CARGO_PKG_VERSION");

const START_OVER: &str = "`--fresh`, or `.fresh(true)`, starts over";

/// Everything that has to be the same for parts to be of one video, and how it is shared out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct PlanFile {
    pub(super) form: u32,
    pub(super) panim: String,
    /// Which build of the program it is.
    pub(super) program: String,
    /// Its settings.
    pub(crate) video: Map<String, Value>,
    pub(super) parameters: Vec<String>,
    /// None: nobody knows it beforehand.
    pub(crate) frames: Option<usize>,
    /// How long the groups are: so many frames, so often.
    pub(crate) groups: Option<Vec<(usize, usize)>>,
    pub(crate) shares: Option<usize>,
    /// A hash of all of that.
    #[serde(default)]
    pub(super) sum: String,
}

impl PlanFile {
    pub(crate) fn of(
        settings: &Settings,
        format: &OutputFormat,
        parameters: &[&str],
        frames: Option<usize>,
    ) -> Result<Self> {
        Ok(Self {
            form: FORM,
            panim: PANIM.into(),
            program: hash::digits(program::build()?),
            video: video(settings, format),
            parameters: parameters.iter().map(ToString::to_string).collect(),
            frames,
            groups: None,
            shares: None,
            sum: String::new(),
        })
    }

    /// What the segments of this plan are known by. The same video has the same one, however it is
    /// shared out.
    pub(super) fn fingerprint(&self) -> u128 {
        let Self { form, panim, program, video, parameters, .. } = self;
        let said = json!([form, panim, program, video, parameters]).to_string();
        hash::hash(0, &[said.as_bytes()])
    }

    /// The plan of a folder. None: there is none.
    pub(crate) fn read(folder: &PartsFolder) -> Result<Option<Self>> {
        let Some(text) = folder.read_plan()? else { return Ok(None) };
        let damaged = || folder.error(format!("its plan is damaged; {START_OVER}"));
        let value: Value = serde_json::from_str(&text).map_err(|_| damaged())?;
        if value["form"].as_u64().is_some_and(|form| form > FORM.into()) {
            let panim = value["panim"].as_str().unwrap_or("?");
            return Err(folder.error(format!(
                "its plan was written by panim {panim}, in a form that {PANIM} cannot read; use that \
                 version, or `--fresh` (`.fresh(true)`) to start over"
            )));
        }
        let plan: Self = serde_json::from_value(value).map_err(|_| damaged())?;
        if plan.sum != plan.summed() {
            return Err(damaged());
        }
        Ok(Some(plan))
    }

    /// Puts it in its folder, unless it stands there. What was not known of the one that is there is
    /// added; what differs is an error. The plan that counts now.
    pub(crate) fn put(mut self, folder: &PartsFolder) -> Result<Self> {
        if let Some(there) = Self::read(folder)? {
            there.check(&self, folder)?;
            let before = there.clone();
            self = Self {
                frames: self.frames.or(there.frames),
                groups: self.groups.or(there.groups),
                shares: self.shares.or(there.shares),
                ..there
            };
            if self == before {
                return Ok(self);
            }
        }
        folder.make()?;
        self.sum = self.summed();
        let text = serde_json::to_string_pretty(&self).unwrap_or_default();
        folder.write_plan(&(text + "\n"))?;
        Ok(self)
    }

    /// The same; where nothing was finished under the plan that is there, and nothing shared out, it goes.
    pub(super) fn put_or_replace(self, folder: &PartsFolder) -> Result<Self> {
        let error = match self.clone().put(folder) {
            Err(error @ Error::Parts { .. }) => error,
            put => return put,
        };
        let is_shared = Self::read(folder)?.is_some_and(|there| there.shares.is_some());
        if is_shared || !folder.has_no_groups()? {
            return Err(error);
        }
        folder.remove()?;
        self.put(folder)
    }

    fn summed(&self) -> String {
        let said = json!(Self { sum: String::new(), ..self.clone() }).to_string();
        hash::digits(hash::hash(0, &[said.as_bytes()]))
    }

    /// An error that says what differs, if anything does.
    pub(super) fn check(&self, now: &Self, folder: &PartsFolder) -> Result<()> {
        let differs = self.differences(now);
        if differs.is_empty() {
            return Ok(());
        }
        let differs = differs.join("; ");
        Err(folder.error(format!("its parts are of another video: {differs}; {START_OVER}")))
    }

    fn differences(&self, now: &Self) -> Vec<String> {
        let mut differences = Vec::new();
        if self.panim != now.panim {
            differences.push(format!("panim is {} there and {} here", self.panim, now.panim));
        } else if self.program != now.program {
            differences.push("the program was built anew".to_owned());
        }
        let names =
            self.video.keys().chain(now.video.keys().filter(|k| !self.video.contains_key(*k)));
        let mut both: Vec<_> = names
            .map(|name| (&name[..], self.video.get(name).cloned(), now.video.get(name).cloned()))
            .collect();
        both.push(("parameters", Some(json!(self.parameters)), Some(json!(now.parameters))));
        let counts = [("frames", self.frames, now.frames), ("tasks", self.shares, now.shares)];
        for (name, there, here) in counts {
            // what one of them does not say does not differ
            if let (Some(there), Some(here)) = (there, here) {
                both.push((name, Some(there.into()), Some(here.into())));
            }
        }
        let told = |value: Option<Value>| match value {
            None | Some(Value::Null) => "not given".to_owned(),
            Some(Value::String(text)) => text,
            Some(value) => value.to_string(),
        };
        differences.extend(both.into_iter().filter(|(_, there, here)| there != here).map(
            |(name, there, here)| {
                format!("`{name}` is {} there and {} here", told(there), told(here))
            },
        ));
        differences
    }
}

#[cfg(feature = "cli")]
impl PlanFile {
    /// The plan of this video, that has to be there, with shares.
    pub(crate) fn of_shares(self, folder: &PartsFolder) -> Result<Self> {
        let there = Self::read(folder)?;
        let Some(plan) = there.filter(|plan| plan.shares.is_some() && plan.frames.is_some()) else {
            let video = folder.video();
            let there = match video.is_file() {
                true => format!(" ({} is there, as `merge` leaves it)", video.display()),
                false => String::new(),
            };
            return Err(folder.error(format!(
                "it has no plan of shares{there}; `plan --tasks N`, or `.plan(n)`, makes one"
            )));
        };
        plan.check(&self, folder)?;
        Ok(plan)
    }
}

/// The settings that make a video what it is.
fn video(settings: &Settings, format: &OutputFormat) -> Map<String, Value> {
    let Settings { fps, size, dpi, quality, gop, encoder, preset, loops, dither, .. } = *settings;
    let is_gpu = encoder == Encoder::Gpu;
    let tags = settings.metadata.iter().map(|tag| json!(format!("{tag:?}")));
    let said = json!({
        "format": format.name(),
        "fps": fps.to_string(),
        "size": size.map(|(width, height)| format!("{width}x{height}")),
        "dpi": written(dpi.unwrap_or(100.0)),
        "quality": written(quality),
        "gop": gop,
        "encoder": if is_gpu { "gpu" } else { "cpu" },
        "preset": is_gpu.then(|| format!("{preset:?}")),
        "loops": loops,
        "dither": dither,
        "metadata": tags.collect::<Vec<_>>(),
        "range": settings.part.range.to_string(),
        "step": settings.part.step,
    });
    match said {
        Value::Object(said) => said,
        _ => Map::new(),
    }
}
