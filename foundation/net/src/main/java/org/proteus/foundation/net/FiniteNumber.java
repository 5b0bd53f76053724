package org.proteus.foundation.net;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.NumberDeserializers;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;

/** Reads a number of type {@code double}; refuses one like {@code 1e999} that becomes infinite. */
final class FiniteNumber extends StdScalarDeserializer<Double> {

    static final FiniteNumber BOXED = new FiniteNumber(Double.class);
    static final FiniteNumber PRIMITIVE = new FiniteNumber(Double.TYPE);

    private static final long serialVersionUID = 1L;

    private FiniteNumber(Class<Double> type) {
        super(type);
    }

    @Override
    public Double deserialize(JsonParser parser, DeserializationContext context)
            throws IOException {
        Double value =
                (Double)
                        NumberDeserializers.find(Double.class, Double.class.getName())
                                .deserialize(parser, context);
        if (value != null && !Double.isFinite(value)) {
            return (Double)
                    context.handleWeirdNumberValue(Double.class, value, "the number is too large");
        }
        return value;
    }

    @Override
    public Double getNullValue(DeserializationContext context) {
        return null;
    }
}
