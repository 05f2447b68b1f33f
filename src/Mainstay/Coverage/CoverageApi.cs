using Mainstay.Api;
using Mainstay.Needs;

namespace Mainstay.Coverage;

/// <summary>The support map, for programs.</summary>
internal static class CoverageApi
{
    private const string Chapter = "Support map";

    public static void Map(ApiRoutes api)
    {
        api.Get("/map", async call => ApiAnswer.Of(MapAnswer.Of(await Queries(call).Map(call.Store, call.Today, call.Stop))), new("readMap", "The support map: needs, how surely each is covered, what follows from it")
        {
            Chapter = Chapter,
            About = "Every number is an estimate, and says from what it comes.",
            Answer = AnswerShape.Of<MapAnswer>("The map."),
        });
        api.Get("/map/what-if", WhatIfOf, new("readWhatIf", "How the map would be without somebody, or with somebody more")
        {
            Chapter = Chapter,
            Parameters =
            [
                new("without", typeof(Guid), "Who would be missing."),
                new("with", typeof(Guid), "Who would help; goes with `need`."),
                new("need", typeof(Guid), "With what."),
                new("ability", typeof(string), "How well; `good` when not said.") { OneOf = ApiCall.Names<Ability>() },
            ],
            Answer = AnswerShape.Of<WhatIfAnswer>("What would change."),
        });
    }

    private static async Task<ApiAnswer> WhatIfOf(ApiCall call)
    {
        var asked = new WhatIfAsked(Id(call, "without"), Id(call, "with"), Id(call, "need")) { Ability = call.OneOf<Ability>("ability") ?? Ability.Good };
        if (!asked.IsAsked) throw ApiCall.Wrong("without", "Coverage.SayWhatIf");
        return ApiAnswer.Of(WhatIfAnswer.Of((await Queries(call).Map(call.Store, asked, call.Today, call.Stop)).Change));
    }

    private static Guid? Id(ApiCall call, string name) => call.Asked(name) is not { } text ? null : Guid.TryParse(text, out var id) ? id : throw ApiCall.Wrong(name, "Coverage.NotAnId");

    private static MapQueries Queries(ApiCall call) => call.Services.GetRequiredService<MapQueries>();
}
