package io.github.mcpmigrate.compat.conversation;

/**
 * What became of a session that was to be entered in the table: exactly one of the two is there.
 *
 * @param <S> the kind of session
 */
public record Admission<S extends Session>(Lease<S> lease, Refusal refusal) {}
