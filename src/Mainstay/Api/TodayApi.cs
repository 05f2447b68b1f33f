using Mainstay.Web;

namespace Mainstay.Api;

/// <summary>Today, for programs.</summary>
internal static class TodayApi
{
    private const string Chapter = "Today";

    private static readonly TodayAnswer Sample = new(new(2026, 5, 1),
    [
        new("due", "whose time has come", new(Guid.Parse("019a0f3c-6a40-7c52-9d0e-5b1f6f1d2a01"), "Grace Hopper"), "Talk to Grace Hopper", ["You last spoke 4 weeks ago; you meant monthly."], "Log a call", Guid.Parse("019a0f3c-6a40-7c52-9d0e-5b1f6f1d2a01")),
    ]);

    public static void Map(ApiRoutes api)
    {
        api.Get("/today", Read, new("readToday", "Whom to talk to today, and why")
        {
            Chapter = Chapter,
            About = "At most seven cards. Those of the owner's day are dealt when it is first looked at, and stay; another day is only looked at.",
            Parameters = [new("on", typeof(DateOnly), "Another day than today.") { Example = "2026-05-01" }],
            Answer = AnswerShape.Of<TodayAnswer>("The day's cards, the most pressing first.", Sample),
        });
        api.ForOwners(() => MapAside(api));
    }

    private static void MapAside(ApiRoutes api)
    {
        api.Post("/today/{kind}/{subject:guid}/aside", PutAside, new("putCardAside", "Put a card aside for the day") { Chapter = Chapter, Parameters = [Kind, Subject] });
        api.Post("/today/{kind}/{subject:guid}/back", TakeBack, new("takeCardBack", "Take back a card that was put aside") { Chapter = Chapter, Parameters = [Kind, Subject] });
    }

    private static Parameter Kind => new("kind", typeof(string), "The card's kind.") { InPath = true, Example = "due" };

    private static Parameter Subject => Parameter.Id("The card's subject.", "subject");

    private static async Task<ApiAnswer> Read(ApiCall call)
    {
        var (day, sources) = (call.Day("on") ?? call.Today, call.Services.GetRequiredService<TodaySources>());
        var cards = day == call.Today ? await call.Store.DealToday(sources, day, call.Stop) : await call.Store.CardsOn(sources, day, call.Stop);
        return ApiAnswer.Of(TodayAnswer.Of(day, cards));
    }

    private static async Task<ApiAnswer> PutAside(ApiCall call)
    {
        await call.Store.PutAside(call.Part("kind"), call.Id("subject"), call.Today, call.Stop);
        return ApiAnswer.Done;
    }

    private static async Task<ApiAnswer> TakeBack(ApiCall call)
    {
        await call.Store.TakeBack(call.Part("kind"), call.Id("subject"), call.Today, call.Stop);
        return ApiAnswer.Done;
    }
}
