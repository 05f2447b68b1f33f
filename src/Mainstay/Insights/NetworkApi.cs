using Mainstay.Api;
using Mainstay.Needs;
using Mainstay.Rhythm;

namespace Mainstay.Insights;

/// <summary>The whole network, for programs.</summary>
internal static class NetworkApi
{
    private static readonly WholeNetworkAnswer Sample = new(new(2026, 5, 1), [new(2026, 3, 31), new(2026, 4, 30), new(2026, 5, 1)],
    [
        new(RhythmExamples.Grace.Id, RhythmExamples.Grace.Name, "close", ["mentor"], ["US Navy"], [], SupportKind.Guidance, 0, 44, [51, 47, 44]),
        new(Guid.Parse("019a0f3c-6a40-7c52-9d0e-5b1f6f1d2a31"), "Alan Turing", null, [], [], [], null, 0, 0, []),
    ], [new(0, 1, 50, true)], [new(0, [0, 1])], "Based on one recorded link between 2 people, of 2 in all.");

    public static void Map(ApiRoutes api) => api.Get("/network", async call => ApiAnswer.Of(WholeNetworkAnswer.Of(await call.Services.GetRequiredService<NetworkQueries>().View(call.Store, call.Today, call.Stop))), new("readNetwork", "The whole network: everybody, their ties month by month, who of them know each other")
    {
        Chapter = "Network",
        About = "What the page of the network draws. With 10,000 people and 100,000 links it is some megabytes.",
        Answer = AnswerShape.Of<WholeNetworkAnswer>("The network.", Sample),
    });
}
