package org.proteus.coordinator.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.proteus.coordinator.server.rest.JobsResource;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.job.JobRequest;
import org.proteus.foundation.model.job.JobView;
import org.proteus.foundation.model.program.Plan;
import org.proteus.foundation.model.program.PlanRules;
import org.proteus.foundation.model.protocol.TaskRecord;
import org.proteus.foundation.net.WireJson;
import org.proteus.foundation.server.IndexResource;
import org.proteus.foundation.server.OpenApiResource;
import org.proteus.foundation.server.ProblemDocument;
import org.proteus.foundation.server.QueryPrefix;
import org.proteus.graph.UnitView;
import org.proteus.graph.publish.NamedPath;
import org.proteus.graph.server.rest.CatalogueResource;
import org.proteus.graph.server.rest.PlanView;
import org.proteus.graph.server.rest.PublishingResource;

/** The description and the code must say the same. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenApiTest {

    /** Packages whose records and enums have a schema of their name. */
    private static final List<Class<?>> NEIGHBOURS =
            List.of(
                    JobView.class,
                    Plan.class,
                    TaskRecord.class,
                    Problem.class,
                    PlanView.class,
                    UnitView.class,
                    NamedPath.class,
                    ProblemDocument.class);

    /** What clients write; most of its fields may be left out. */
    private static final Set<Class<?>> REQUESTS = Set.of(JobRequest.class, PlanRules.class);

    /** Resources of other rooms. */
    private static final List<Class<?>> OTHERS =
            List.of(
                    CatalogueResource.class,
                    PublishingResource.class,
                    IndexResource.class,
                    OpenApiResource.class);

    /** Schemas of what is no record. */
    private static final Set<String> WITHOUT_RECORD =
            Set.of(
                    "ContentType",
                    "UnitId",
                    "NamePattern",
                    "Pairing",
                    "ByPattern",
                    "ByManifest",
                    "ByOrder",
                    "Live",
                    "Ready",
                    "ResolvedType",
                    "JobPage",
                    "ElementPage");

    private JsonNode document;

    @BeforeAll
    void read() throws Exception {
        try (RunningServer server = new RunningServer()) {
            document = RunningServer.json(server.get("/api/v1/openapi.json"), 200);
            String yaml = server.get("/api/v1/openapi.yaml").body();
            assertThat(new YAMLMapper().readTree(yaml)).isEqualTo(document);
        }
        assertThat(document.get("openapi").asText()).startsWith("3.1");
    }

    @Test
    void describesEveryEndpointWithItsParametersAndNoOther() throws Exception {
        Map<String, Set<String>> built = new TreeMap<>();
        for (Class<?> resource : resources()) {
            for (Method method : resource.getDeclaredMethods()) {
                verb(method).ifPresent(verb -> built.put(verb + " " + path(method), names(method)));
            }
        }
        assertThat(built).hasSizeGreaterThan(20);
        assertThat(described()).isEqualTo(built);
    }

    private static List<Class<?>> resources() throws IOException, URISyntaxException {
        var folder =
                java.nio.file.Path.of(JobsResource.class.getResource("JobsResource.class").toURI())
                        .getParent();
        try (Stream<java.nio.file.Path> files = Files.list(folder)) {
            Stream<Class<?>> own =
                    files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith("Resource.class"))
                            .<Class<?>>map(OpenApiTest::load)
                            .filter(type -> type.isAnnotationPresent(Path.class));
            return Stream.concat(own, OTHERS.stream()).toList();
        }
    }

    private static Class<?> load(String file) {
        try {
            return Class.forName(
                    JobsResource.class.getPackageName() + "." + file.replace(".class", ""));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<String> verb(Method method) {
        return Stream.of(GET.class, PUT.class, POST.class, DELETE.class)
                .filter(method::isAnnotationPresent)
                .map(Class::getSimpleName)
                .findFirst();
    }

    private static String path(Method method) {
        String base = method.getDeclaringClass().getAnnotation(Path.class).value();
        Path own = method.getAnnotation(Path.class);
        return own == null ? base : (base.equals("/") ? "" : base) + "/" + own.value();
    }

    private static Set<String> names(Method method) {
        Set<String> names = new TreeSet<>();
        for (var parameter : method.getParameters()) {
            Optional.ofNullable(parameter.getAnnotation(QueryParam.class))
                    .ifPresent(query -> names.add("query " + query.value()));
            Optional.ofNullable(parameter.getAnnotation(HeaderParam.class))
                    .ifPresent(header -> names.add("header " + header.value()));
            Optional.ofNullable(parameter.getAnnotation(PathParam.class))
                    .ifPresent(part -> names.add("path " + part.value()));
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                for (var field : parameter.getType().getDeclaredFields()) {
                    names.add("query " + field.getAnnotation(QueryParam.class).value());
                }
            }
        }
        Optional.ofNullable(method.getAnnotation(QueryPrefix.class))
                .ifPresent(prefix -> names.add("query " + prefix.value() + "NAME"));
        return names;
    }

    private Map<String, Set<String>> described() {
        Map<String, Set<String>> described = new TreeMap<>();
        document.get("paths")
                .properties()
                .forEach(path ->
                        path.getValue()
                                .properties()
                                .forEach(verb ->
                                        described.put(
                                                verb.getKey().toUpperCase(java.util.Locale.ROOT)
                                                        + " "
                                                        + path.getKey(),
                                                names(verb.getValue()))));
        return described;
    }

    private Set<String> names(JsonNode operation) {
        Set<String> names = new TreeSet<>();
        operation
                .path("parameters")
                .forEach(given -> {
                    JsonNode parameter = resolved(given);
                    names.add(parameter.get("in").asText() + " " + parameter.get("name").asText());
                });
        return names;
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
    }

    @Test
    void refersToNothingThatIsMissing() {
        List<String> references = document.findValuesAsText("$ref");
        assertThat(references).hasSizeGreaterThan(50);
        assertThat(references)
                .allSatisfy(reference ->
                        assertThat(document.at(reference.substring(1)).isMissingNode())
                                .as(reference)
                                .isFalse());
    }

    @Test
    void describesRecordsFieldByField() {
        document.at("/components/schemas")
                .properties()
                .forEach(schema -> {
                    if (!WITHOUT_RECORD.contains(schema.getKey())) {
                        compare(typeNamed(schema.getKey()), schema.getValue());
                    }
                });
    }

    private static Class<?> typeNamed(String name) {
        return NEIGHBOURS.stream()
                .map(neighbour -> neighbour.getPackageName() + "." + name)
                .flatMap(full -> {
                    try {
                        return Stream.<Class<?>>of(Class.forName(full));
                    } catch (ClassNotFoundException e) {
                        return Stream.empty();
                    }
                })
                .findFirst()
                .orElseThrow(() -> new AssertionError("no record or enum for schema " + name));
    }

    private static void compare(Class<?> type, JsonNode schema) {
        if (type.isEnum()) {
            assertThat(schema.get("enum"))
                    .extracting(JsonNode::asText)
                    .as(type.getSimpleName())
                    .containsExactlyElementsOf(
                            Arrays.stream(type.getEnumConstants()).map(Object::toString).toList());
            return;
        }
        List<RecordComponent> components = List.of(type.getRecordComponents());
        assertThat(schema.get("properties").properties())
                .extracting(Map.Entry::getKey)
                .as(type.getSimpleName())
                .containsExactlyElementsOf(
                        components.stream().map(RecordComponent::getName).toList());
        if (!REQUESTS.contains(type)) {
            Set<String> present =
                    components.stream()
                            .filter(component -> component.getType() != Optional.class)
                            .map(RecordComponent::getName)
                            .collect(Collectors.toSet());
            assertThat(schema.path("required"))
                    .extracting(JsonNode::asText)
                    .as(type.getSimpleName())
                    .containsExactlyInAnyOrderElementsOf(present);
        }
    }

    @Test
    void givesExamplesThatCanBeRead() throws Exception {
        JsonNode jobs =
                document.at("/paths/~1api~1v1~1jobs/post/requestBody/content/application~1json")
                        .get("examples");
        assertThat(jobs).isNotEmpty();
        for (JsonNode example : jobs) {
            JobRequest request =
                    WireJson.mapper().treeToValue(example.get("value"), JobRequest.class);
            assertThat(request.to()).isNotBlank();
        }
        JsonNode problems =
                document.at("/components/responses/Problem/content")
                        .get("application/problem+json")
                        .get("examples");
        for (JsonNode example : problems) {
            ProblemDocument problem =
                    WireJson.mapper().treeToValue(example.get("value"), ProblemDocument.class);
            ErrorCode code = problem.code();
            assertThat(problem.type()).endsWith(code.slug());
        }
    }
}
