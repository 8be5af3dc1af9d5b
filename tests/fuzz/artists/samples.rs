//! What is computed of samples.

use crate::artists::artists;

artists! {
    Histogram |chance| {
        @new new(chance.column());
        @with horizontal(), range(chance.low(), chance.high());
        @all patch, hatching;
        set_data(chance.fresh_column());
        set_bins(chance.bins());
        set_range(chance.low(), chance.high());
        set_rebin(chance.flag());
        set_weights(chance.column());
        set_density(chance.flag());
        set_cumulative(chance.flag());
        set_style(chance.hist_style());
        set_outline(chance.outline());
    }
    Histograms |chance| {
        @new new(chance.samples());
        @with horizontal(), range(chance.low(), chance.high());
        @all hatchings;
        set_data(chance.samples());
        set_bins(chance.bins());
        set_range(chance.low(), chance.high());
        set_rebin(chance.flag());
        set_weights(chance.samples());
        set_density(chance.flag());
        set_cumulative(chance.flag());
        set_stacked(chance.flag());
        set_bar_width(chance.fraction());
        set_style(chance.hist_style());
        set_colors(chance.colors());
        set_labels(chance.group_names());
        set_edge_color(chance.color());
        set_edge_width(chance.size());
        set_outline(chance.outline());
    }
    Histogram2D |chance| {
        @new new(chance.column(), chance.column());
        @with range((chance.low(), chance.high()), (chance.low(), chance.high()));
        @values set_cmap(chance.cmap());
        @all mapping;
        set_data(chance.fresh_column(), chance.column());
        set_x(chance.column());
        set_y(chance.column());
        set_bins(chance.bins());
        set_xbins(chance.bins());
        set_ybins(chance.bins());
        set_range((chance.low(), chance.high()), (chance.low(), chance.high()));
        set_rebin(chance.flag());
        set_weights(chance.column());
        set_density(chance.flag());
        set_cmin(chance.number());
        set_cmax(chance.number());
    }
    Hexbin |chance| {
        @new new(chance.column(), chance.column());
        @values set_values(chance.column());
        @all mapping, hatching;
        set_data(chance.fresh_column(), chance.column());
        set_x(chance.column());
        set_y(chance.column());
        set_gridsize(chance.count(1, 40));
        set_gridsize((chance.count(1, 40), chance.count(1, 40)));
        set_values(chance.column());
        set_reduction(chance.reduction());
        set_mincnt(chance.below(0, 4));
        set_extent([chance.low(), chance.high(), chance.low(), chance.high()]);
        set_xscale(chance.hexagon_scale());
        set_yscale(chance.hexagon_scale());
        set_rebin(chance.flag());
        set_marginals(chance.flag());
        set_edge_color(chance.color());
        set_edge_width(chance.size());
    }
    Ecdf |chance| {
        @new new(chance.column());
        @with horizontal();
        @all stroked, marks;
        set_data(chance.fresh_column());
        set_weights(chance.amounts());
        set_complementary(chance.flag());
    }
    EventPlot |chance| {
        @new new(chance.samples());
        @with vertical();
        set_rows(chance.samples());
        set_line_offsets(chance.finite());
        set_line_offsets(chance.for_groups());
        set_line_lengths(chance.size());
        set_line_lengths(chance.for_groups());
        set_width(chance.size());
        set_widths(chance.for_groups());
        set_color(chance.color());
        set_colors(chance.group_colors());
        set_style(chance.linestyle());
        set_labels(chance.group_names());
    }
    BoxPlot |chance| {
        @new new(chance.samples());
        @with horizontal();
        @all grouped, hatchings;
        set_notch(chance.flag());
        set_whiskers(chance.positive());
        set_whisker_percentiles(chance.between(0.0, 40.0), chance.between(40.0, 100.0));
        set_show_box(chance.flag());
        set_edge_style(chance.linestyle());
        set_whisker_color(chance.color());
        set_whisker_width(chance.size());
        set_whisker_style(chance.linestyle());
        set_cap_color(chance.color());
        set_cap_thick(chance.size());
        set_cap_style(chance.linestyle());
        set_cap_length(chance.positive());
        set_median_style(chance.linestyle());
        set_mean_line(chance.flag());
        set_mean_width(chance.size());
        set_mean_style(chance.linestyle());
        set_mean_marker(chance.marker());
        set_mean_size(chance.size());
        set_show_means(chance.flag());
        set_show_caps(chance.flag());
        set_show_outliers(chance.flag());
        set_edge_color(chance.color());
        set_edge_width(chance.size());
        set_median_color(chance.color());
        set_median_width(chance.size());
        set_mean_color(chance.color());
        set_outlier_marker(chance.marker());
        set_outlier_marker(chance.own_marker());
        set_outlier_size(chance.size());
        set_outlier_color(chance.color());
        set_outlier_edge_color(chance.color());
        set_outlier_edge_width(chance.size());
        set_outline(chance.outline());
    }
    Violin |chance| {
        @new new(chance.samples());
        @with horizontal();
        @all grouped, hatchings;
        set_bandwidth(chance.bandwidth());
        set_points(chance.count(2, 150));
        set_side(chance.violin_side());
        set_quantiles([[chance.fraction(), chance.fraction()]]);
        set_show_means(chance.flag());
        set_show_medians(chance.flag());
        set_show_extrema(chance.flag());
        set_body_alpha(chance.fraction());
        set_line_color(chance.color());
        set_line_width(chance.size());
        set_outline(chance.outline());
    }
}
