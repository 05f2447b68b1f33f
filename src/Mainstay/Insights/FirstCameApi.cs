using Mainstay.Api;
using Mainstay.Rhythm;

namespace Mainstay.Insights;

/// <summary>Where those who support the owner today first came from, for programs.</summary>
internal static class FirstCameApi
{
    private static readonly FirstCameAnswer Sample = new(12, 9, true, "12 people would help with what you need today. Of 9 of them you noted how they first came to you.",
        [new(CameBy.Gathering, 1, "1 of 9 came from a gathering.", [new("Design Week", null, [RhythmExamples.Grace])])]);

    public static void Map(ApiRoutes api) => api.Get("/origins", Read, new("readOrigins", "Where those who support you today first came from")
    {
        Chapter = "Network",
        About = "Whoever would help with an open need, by how they first came to you: through a person, a gathering, a community, because you looked for somebody, or as you wrote it. What is not noted is not known.",
        Answer = AnswerShape.Of<FirstCameAnswer>("What is noted, in words and numbers.", Sample),
    });

    private static async Task<ApiAnswer> Read(ApiCall call) => ApiAnswer.Of(FirstCameAnswer.Of(await call.Services.GetRequiredService<FirstCameQueries>().FirstCame(call.Store, call.Today, call.Stop)));
}
