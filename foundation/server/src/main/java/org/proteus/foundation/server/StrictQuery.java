package org.proteus.foundation.server;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;

/** Refuses query parameters that an endpoint does not know or that are given twice. */
final class StrictQuery implements ContainerRequestFilter {

    @Context private ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        Method method = resource.getResourceMethod();
        if (method == null) {
            return;
        }
        Map<String, Class<?>> known = parameters(method);
        Optional<String> prefix =
                Optional.ofNullable(method.getAnnotation(QueryPrefix.class))
                        .map(QueryPrefix::value);
        request.getUriInfo()
                .getQueryParameters()
                .forEach((name, values) -> {
                    if (!known.containsKey(name)
                            && prefix.filter(p -> isOption(name, p)).isEmpty()) {
                        throw unknown(name, List.copyOf(known.keySet()), prefix);
                    }
                    if (values.size() > 1 && known.get(name) != List.class) {
                        throw bad(
                                "query parameter '" + printable(name) + "' is given twice",
                                "Give it once");
                    }
                });
    }

    private static boolean isOption(String name, String prefix) {
        return name.startsWith(prefix) && name.length() > prefix.length();
    }

    /**
     * Returns the query parameters of a method by name, those of its beans too, with their types.
     */
    private static Map<String, Class<?>> parameters(Method method) {
        Map<String, Class<?>> found = new LinkedHashMap<>();
        for (Parameter parameter : method.getParameters()) {
            add(found, parameter, parameter.getType());
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                for (Field field : parameter.getType().getDeclaredFields()) {
                    add(found, field, field.getType());
                }
            }
        }
        return found;
    }

    private static void add(Map<String, Class<?>> found, AnnotatedElement element, Class<?> type) {
        QueryParam named = element.getAnnotation(QueryParam.class);
        if (named != null) {
            found.put(named.value(), type);
        }
    }

    private static ProteusException unknown(
            String name, List<String> known, Optional<String> prefix) {
        String action =
                NearestName.of(name, known)
                        .map(near -> "Did you mean '" + near + "'?")
                        .or(() -> prefix.map(p -> "An option is written " + p + printable(name)))
                        .orElse(
                                known.isEmpty()
                                        ? "This address takes no query parameters"
                                        : "Known are " + String.join(", ", known));
        return bad("unknown query parameter '" + printable(name) + "'", action);
    }

    private static String printable(String name) {
        String clean = name.replaceAll("\\p{Cntrl}", " ");
        return clean.length() <= 64 ? clean : clean.substring(0, 64) + "...";
    }

    private static ProteusException bad(String message, String action) {
        return new ProteusException(ErrorCode.BAD_REQUEST, message, action);
    }
}
