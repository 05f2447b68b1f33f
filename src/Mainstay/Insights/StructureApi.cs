using Mainstay.Api;
using Mainstay.Rhythm;

namespace Mainstay.Insights;

/// <summary>How the owner's people hang together, for programs.</summary>
internal static class StructureApi
{
    private static readonly StructureAnswer Sample = new(214, 120, 86, "Based on 214 recorded links between 86 of your 120 people. What is not recorded is not known.",
        new(.11, 31.5, .75, .08, "You have ties with 42 people; 60 links between them are recorded."),
        [new("designers", [RhythmExamples.Grace])],
        [],
        [new(StructureFindingKind.OnlyThrough, "Your designers and your investors meet only through Grace Hopper.", [RhythmExamples.Grace.Id], ["Apart from you."], "Bring two of them together", "/introductions/new?two=on")],
        [new(RhythmExamples.Grace.Id, RhythmExamples.Grace.Name, .31, .14, "Only Grace Hopper connects designers and investors.", ["Knows 12 of your people."])],
        [], [new(RhythmExamples.Grace.Id, RhythmExamples.Grace.Name, .62, ["You were in touch on 14 days, last 3 years ago."], $"/touches/new?person={RhythmExamples.Grace.Id}")]);

    public static void Map(ApiRoutes api) => api.Get("/structure", Read, new("readStructure", "How your people hang together: groups, who connects them, how you stand among them")
    {
        Chapter = "Network",
        About = "On what is recorded of who knows whom: what is not recorded is not known. With fewer than ten recorded links nothing is said of the whole.",
        Answer = AnswerShape.Of<StructureAnswer>("What is found, in words and numbers.", Sample),
    });

    private static async Task<ApiAnswer> Read(ApiCall call) => ApiAnswer.Of(StructureAnswer.Of(await call.Services.GetRequiredService<StructureQueries>().Structure(call.Store, call.Today, call.Stop)));
}
