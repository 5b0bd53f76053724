package org.proteus.foundation.net;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import java.util.Optional;
import java.util.Set;
import org.proteus.foundation.model.program.Plan;
import org.proteus.foundation.model.protocol.TaskKey;

/**
 * Makes every component of a protocol record mandatory and non-null unless it is an {@link
 * Optional}, so that no half record travels further than the door. Requests of users are left
 * alone: their absent fields mean the default.
 */
final class CompleteRecords extends JacksonAnnotationIntrospector {

    private static final long serialVersionUID = 1L;

    private static final Set<String> PACKAGES =
            Set.of(TaskKey.class.getPackageName(), Plan.class.getPackageName());

    @Override
    public Boolean hasRequiredMarker(AnnotatedMember member) {
        return isMandatory(member) ? Boolean.TRUE : super.hasRequiredMarker(member);
    }

    @Override
    public JsonSetter.Value findSetterInfo(Annotated annotated) {
        return annotated instanceof AnnotatedMember member && isMandatory(member)
                ? JsonSetter.Value.forValueNulls(Nulls.FAIL)
                : super.findSetterInfo(annotated);
    }

    private static boolean isMandatory(AnnotatedMember member) {
        Class<?> owner = member.getDeclaringClass();
        return owner.isRecord()
                && PACKAGES.contains(owner.getPackageName())
                && !Optional.class.equals(member.getRawType());
    }
}
