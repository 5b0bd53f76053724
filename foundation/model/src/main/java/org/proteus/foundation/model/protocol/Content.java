package org.proteus.foundation.model.protocol;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Optional;
import org.proteus.foundation.model.Bytes;
import org.proteus.foundation.model.Credentials;

/** Where a worker finds the content of an object. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Content.Located.class, name = "located"),
    @JsonSubTypes.Type(value = Content.Carried.class, name = "carried"),
    @JsonSubTypes.Type(value = Content.Held.class, name = "held"),
    @JsonSubTypes.Type(value = Content.Prepared.class, name = "prepared")
})
public sealed interface Content {

    /**
     * At a data source.
     *
     * @param source URI of the source, without credentials
     * @param entry reference of the object inside the source, as its listing gave it
     * @param etag the object's version as the listing saw it; empty when unknown
     * @param size size in bytes as listed; -1 when unknown
     * @param credentials credentials of the source, if it needs any
     */
    record Located(
            String source, String entry, String etag, long size, Optional<Credentials> credentials)
            implements Content {}

    /**
     * In this very record.
     *
     * @param bytes the content
     */
    record Carried(Bytes bytes) implements Content {}

    /**
     * Held by the coordinator; fetched through {@link ContentExchange}.
     *
     * @param size size in bytes
     */
    record Held(long size) implements Content {}

    /**
     * Already transformed: the temporary object of an earlier lease, which is only to be published.
     *
     * @param size size in bytes, as it was committed
     */
    record Prepared(long size) implements Content {}
}
