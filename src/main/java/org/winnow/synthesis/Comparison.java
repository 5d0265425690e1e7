package org.winnow.synthesis;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.winnow.review.Protocol.Text;

/** An intervention against another; the texts may be empty while they are not known. */
record Comparison(
    @Min(0) @Max(1_000_000) int position,
    @NotNull @Valid Text name,
    @NotNull @Valid Text experimental,
    @NotNull @Valid Text control) {}
