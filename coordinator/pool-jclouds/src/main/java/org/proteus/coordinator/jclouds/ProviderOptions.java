package org.proteus.coordinator.jclouds;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jclouds.compute.options.TemplateOptions;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.ProteusException;

/**
 * Options that each provider has on its own class, set by their names, so that no provider has to
 * be known here.
 */
final class ProviderOptions {

    private static final List<String> KEY_PAIR = List.of("keyPairName", "keyPair");
    private static final String NO_KEY_PAIR = "noKeyPair";
    private static final List<Class<?>> VALUES =
            List.of(String.class, boolean.class, int.class, Float.class, Iterable.class);

    private final TemplateOptions options;

    ProviderOptions(TemplateOptions options) {
        this.options = options;
    }

    /**
     * Sets what a machine runs when it boots.
     *
     * @throws ProteusException with {@code BAD_REQUEST} if the provider takes none
     */
    void userData(byte[] script) {
        Method method =
                find("userData", byte[].class)
                        .orElseThrow(() -> unknown("user data, so its machines cannot be used"));
        call(method, script);
    }

    /** Sets the key pair, or sees to it that none is made. */
    void keyPair(String name) {
        Method method =
                KEY_PAIR.stream()
                        .flatMap(known -> find(known, String.class).stream())
                        .findFirst()
                        .orElseThrow(() -> unknown("key pair"));
        call(method, name);
    }

    void noKeyPair() {
        find(NO_KEY_PAIR).ifPresent(this::call);
    }

    /**
     * Sets an option that takes one text, number or flag, or several texts.
     *
     * @throws ProteusException with {@code BAD_REQUEST} if there is none, or not with that value
     */
    void set(String name, String value) {
        for (Class<?> type : VALUES) {
            Method method = find(name, type).orElse(null);
            if (method != null) {
                call(method, parsed(name, value, parser(type)));
                return;
            }
        }
        throw unknown("option '" + name + "'");
    }

    private static Function<String, Object> parser(Class<?> type) {
        if (type == boolean.class) {
            return Boolean::valueOf;
        }
        if (type == int.class) {
            return Integer::valueOf;
        }
        if (type == Iterable.class) {
            return text -> List.of(text.split("[\\s,]+"));
        }
        return type == Float.class ? Float::valueOf : text -> text;
    }

    private static Object parsed(String name, String value, Function<String, Object> parser) {
        try {
            return parser.apply(value);
        } catch (NumberFormatException wrong) {
            throw new ProteusException(
                    new Problem(
                            ErrorCode.BAD_REQUEST,
                            "option." + name + " is '" + value + "', which is no number",
                            "correct it in the settings of the pool"),
                    wrong);
        }
    }

    private Optional<Method> find(String name, Class<?>... types) {
        return Stream.of(options.getClass().getMethods())
                .filter(method -> method.getName().equals(name) && !method.isBridge())
                .filter(method -> List.of(method.getParameterTypes()).equals(List.of(types)))
                .findFirst();
    }

    private void call(Method method, Object... arguments) {
        try {
            Object _ = method.invoke(options, arguments);
        } catch (IllegalAccessException | InvocationTargetException failed) {
            throw new ProteusException(
                    new Problem(
                            ErrorCode.BAD_REQUEST,
                            "the provider refuses the option " + method.getName(),
                            "correct it in the settings of the pool"),
                    failed);
        }
    }

    private ProteusException unknown(String what) {
        return new ProteusException(
                ErrorCode.BAD_REQUEST,
                "this provider (" + options.getClass().getSimpleName() + ") knows no " + what,
                "correct the settings of the pool");
    }
}
