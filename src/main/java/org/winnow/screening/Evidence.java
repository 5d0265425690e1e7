package org.winnow.screening;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Words of a report that a vote rests on.
 *
 * @param reasonId what they are given for: one of the vote's reasons; absent for none of them
 * @param documentId the document kept here from which they were taken; absent when they were typed
 * @param page where they stand, counted from 1; absent when that was not said
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Evidence(
    @Nullable UUID reasonId, @Nullable UUID documentId, @Nullable Integer page, String quote) {}
