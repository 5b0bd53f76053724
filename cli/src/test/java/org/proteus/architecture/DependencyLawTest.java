package org.proteus.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom. The rooms and the reasons are in CONTRIBUTING.md. */
@AnalyzeClasses(packages = "org.proteus", importOptions = DoNotIncludeTests.class)
class DependencyLawTest {

    private static final String MODEL = "org.proteus.foundation.model..";
    private static final String CONTENT = "org.proteus.foundation.content..";
    private static final String NET = "org.proteus.foundation.net..";
    private static final String SERVER = "org.proteus.foundation.server..";
    private static final String GRAPH = "org.proteus.graph..";
    private static final String GRAPH_SERVER = "org.proteus.graph.server..";
    private static final String PROGRAMS = "org.proteus.programs..";
    private static final String DATA = "org.proteus.data..";
    private static final String POLICIES = "org.proteus.policies..";
    private static final String WORKER = "org.proteus.worker..";
    private static final String COORDINATOR = "org.proteus.coordinator..";
    private static final String COORDINATOR_SERVER = "org.proteus.coordinator.server..";
    private static final String LIBRARY = "org.proteus.library..";

    @ArchTest
    static final ArchRule modelKnowsNobody =
            classes()
                    .that()
                    .resideInAPackage(MODEL)
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            MODEL,
                            "java..",
                            "javax.xml..",
                            "org.xml.sax..",
                            "com.fasterxml.jackson.annotation..")
                    .allowEmptyShould(true);

    @ArchTest static final ArchRule contentKnowsModel = knowsOnly(CONTENT, MODEL);
    @ArchTest static final ArchRule netKnowsModel = knowsOnly(NET, MODEL);
    @ArchTest static final ArchRule policiesKnowModel = knowsOnly(POLICIES, MODEL);
    @ArchTest static final ArchRule serverKnowsModelAndNet = knowsOnly(SERVER, MODEL, NET);

    @ArchTest
    static final ArchRule programsKnowFoundation = knowsOnly(PROGRAMS, MODEL, CONTENT, NET);

    @ArchTest static final ArchRule dataKnowsFoundation = knowsOnly(DATA, MODEL, CONTENT, NET);

    @ArchTest
    static final ArchRule graphCoreKnowsFoundation =
            coreKnowsOnly(GRAPH, GRAPH_SERVER, MODEL, CONTENT, NET);

    @ArchTest
    static final ArchRule graphServerKnowsItsCore =
            knowsOnly(GRAPH_SERVER, GRAPH, MODEL, CONTENT, NET, SERVER);

    @ArchTest
    static final ArchRule workerKnowsDataAndPrograms =
            knowsOnly(WORKER, MODEL, CONTENT, NET, DATA, PROGRAMS);

    @ArchTest
    static final ArchRule coordinatorCoreKnowsGraphDataAndPolicies =
            coreKnowsOnly(
                    COORDINATOR, COORDINATOR_SERVER, MODEL, CONTENT, NET, GRAPH, DATA, POLICIES);

    @ArchTest
    static final ArchRule coordinatorServerNeverKnowsWorkerOrPrograms =
            knowsOnly(
                    COORDINATOR_SERVER,
                    COORDINATOR,
                    MODEL,
                    CONTENT,
                    NET,
                    SERVER,
                    GRAPH,
                    DATA,
                    POLICIES);

    @ArchTest
    static final ArchRule onlyServersKnowServers =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            SERVER, GRAPH_SERVER, COORDINATOR_SERVER, "org.proteus.cli..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            SERVER,
                            GRAPH_SERVER,
                            COORDINATOR_SERVER,
                            "org.eclipse.jetty..",
                            "org.glassfish.jersey..",
                            "org.apache.cxf..");

    @ArchTest
    static final ArchRule jcloudsStaysInItsPackage =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("org.proteus.coordinator.jclouds..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.jclouds..", "org.proteus.coordinator.jclouds..");

    @ArchTest
    static final ArchRule libraryKnowsCoresAndWorker =
            knowsOnly(
                    LIBRARY,
                    MODEL,
                    CONTENT,
                    NET,
                    GRAPH,
                    DATA,
                    PROGRAMS,
                    POLICIES,
                    WORKER,
                    COORDINATOR);

    @ArchTest
    static final ArchRule nobodyKnowsTheCommandLine =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("org.proteus.cli..", "org.proteus.bench..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.proteus.cli..");

    @ArchTest
    static final ArchRule noCyclesInFoundation = freeOfCycles("org.proteus.foundation.(**)");

    @ArchTest static final ArchRule noCyclesInGraph = freeOfCycles("org.proteus.graph.(**)");
    @ArchTest static final ArchRule noCyclesInPrograms = freeOfCycles("org.proteus.programs.(**)");
    @ArchTest static final ArchRule noCyclesInData = freeOfCycles("org.proteus.data.(**)");
    @ArchTest static final ArchRule noCyclesInPolicies = freeOfCycles("org.proteus.policies.(**)");
    @ArchTest static final ArchRule noCyclesInWorker = freeOfCycles("org.proteus.worker.(**)");

    @ArchTest
    static final ArchRule noCyclesInCoordinator = freeOfCycles("org.proteus.coordinator.(**)");

    @ArchTest static final ArchRule noCyclesInCli = freeOfCycles("org.proteus.cli.(**)");

    private static ArchRule knowsOnly(String room, String... known) {
        return classes()
                .that()
                .resideInAPackage(room)
                .should()
                .onlyDependOnClassesThat(
                        resideInAPackage(room)
                                .or(resideInAnyPackage(known))
                                .or(not(resideInAPackage("org.proteus.."))))
                .allowEmptyShould(true);
    }

    private static ArchRule coreKnowsOnly(String room, String its, String... known) {
        return classes()
                .that()
                .resideInAPackage(room)
                .and()
                .resideOutsideOfPackage(its)
                .should()
                .onlyDependOnClassesThat(
                        resideInAPackage(room)
                                .and(not(resideInAPackage(its)))
                                .or(resideInAnyPackage(known).and(not(resideInAPackage(its))))
                                .or(not(resideInAPackage("org.proteus.."))))
                .allowEmptyShould(true);
    }

    private static ArchRule freeOfCycles(String packages) {
        return slices().matching(packages).should().beFreeOfCycles().allowEmptyShould(true);
    }
}
