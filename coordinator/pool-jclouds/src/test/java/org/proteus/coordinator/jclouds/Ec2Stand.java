package org.proteus.coordinator.jclouds;

import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Stands in for EC2, which nobody can run at home. */
final class Ec2Stand extends ProviderStand {

    private static final String NAMESPACE = "http://ec2.amazonaws.com/doc/2014-02-01/";
    private static final Pattern PAIR = Pattern.compile("([^&=]+)=([^&]*)");

    private final Ec2Instances instances = new Ec2Instances();
    private final Map<String, Map<String, String>> last = new ConcurrentHashMap<>();

    Ec2Instances instances() {
        return instances;
    }

    /** Answers an action with an error of EC2 until all is healed. */
    void fail(String action, int status, String code) {
        String error =
                """
                <Response><Errors><Error><Code>%s</Code><Message>%s happened</Message></Error>
                </Errors><RequestID>1</RequestID></Response>
                """
                        .formatted(code, code);
        fail(action, response(status, "text/xml", error));
    }

    /** Returns a parameter of the last call of an action that was answered. */
    Optional<String> last(String action, String parameter) {
        return Optional.ofNullable(last.get(action)).map(call -> call.get(parameter));
    }

    @Override
    String operation(Request request) {
        return parameters(request).getOrDefault("Action", "");
    }

    private static Map<String, String> parameters(Request request) {
        Map<String, String> parameters = new ConcurrentHashMap<>();
        Matcher pair = PAIR.matcher(request.getBodyAsString());
        while (pair.find()) {
            parameters.put(decoded(pair.group(1)), decoded(pair.group(2)));
        }
        return parameters;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    @Override
    ResponseDefinition answer(String action, Request request) {
        Map<String, String> call = parameters(request);
        last.put(action, call);
        return response(
                200,
                "text/xml",
                "<%sResponse xmlns=\"%s\"><requestId>1</requestId>%s</%sResponse>"
                        .formatted(action, NAMESPACE, body(action, call), action));
    }

    private String body(String action, Map<String, String> call) {
        return switch (action) {
            case "DescribeRegions" ->
                    """
                    <regionInfo><item><regionName>us-east-1</regionName>
                    <regionEndpoint>%s</regionEndpoint></item></regionInfo>
                    """
                            .formatted(endpoint());
            case "DescribeAvailabilityZones" ->
                    """
                    <availabilityZoneInfo><item><zoneName>us-east-1a</zoneName>
                    <zoneState>available</zoneState><regionName>us-east-1</regionName>
                    </item></availabilityZoneInfo>
                    """;
            case "DescribeImages" ->
                    """
                    <imagesSet><item><imageId>ami-0001</imageId>
                    <imageLocation>debian/debian-12</imageLocation>
                    <imageState>available</imageState><imageOwnerId>1</imageOwnerId>
                    <isPublic>true</isPublic><architecture>x86_64</architecture>
                    <imageType>machine</imageType><name>debian-12</name>
                    <rootDeviceType>ebs</rootDeviceType>
                    <virtualizationType>hvm</virtualizationType>
                    <hypervisor>xen</hypervisor></item></imagesSet>
                    """;
            case "DescribeSecurityGroups" -> instances.securityGroups(call);
            case "CreateSecurityGroup" -> instances.createSecurityGroup(call);
            case "RunInstances" -> instances.run(call);
            case "CreateTags" -> instances.tag(call);
            case "DescribeInstances" -> instances.describe(call);
            case "TerminateInstances" -> instances.terminate(call);
            case "DescribeSpotInstanceRequests" -> "<spotInstanceRequestSet/>";
            default -> "<return>true</return>";
        };
    }
}
