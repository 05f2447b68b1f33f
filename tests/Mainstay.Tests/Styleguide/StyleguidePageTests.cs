using System.Net;

namespace Mainstay.Tests.Styleguide;

public class StyleguidePageTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Is_there_for_developers_only()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);

        using var answer = await site.Browser.GetAsync("/styleguide", Stop);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Shows_every_component()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        house.ServeForDevelopers();
        await using var site = await TestSite.Open(house);

        var page = await site.Page("/styleguide");

        Assert.All(["button", "field", "chip", "avatar", "card", "menu", "dialog", "tabs", "table", "pages", "empty", "why", "progress", "sparkline", "band", "switch", "choice", "segments", "notice", "problem"],
            name => Assert.Matches($"class=\"{name}[ \"]", page));
        Assert.Contains("<select", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_what_was_done_and_takes_it_back()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        house.ServeForDevelopers();
        await using var site = await TestSite.Open(house);

        using var done = await site.Post("/styleguide", "/styleguide");
        var said = done.Headers.Location!.ToString();
        using var undone = await site.Post(said, "/styleguide/undo");

        Assert.Contains("Done.", await site.Page(said), StringComparison.Ordinal);
        Assert.Contains("Taken back.", await site.Page(undone.Headers.Location!.ToString()), StringComparison.Ordinal);
    }
}
