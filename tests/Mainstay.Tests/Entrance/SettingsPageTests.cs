using System.Net;
using Mainstay.Accounts;
using Mainstay.People;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Tests.Entrance;

public class SettingsPageTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static readonly (string, string)[] German = [("name", "Ada King"), ("timeZone", "Asia/Tokyo"), ("locale", "de-AT"), ("theme", "Dark")];

    [Theory, OnBoth]
    public async Task What_is_chosen_shows_at_once_in_a_network_that_is_there_already(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Store.AddPerson(new() { Name = "Grace Hopper" }, house.Clock, Stop);
        await using var site = await TestSite.Open(house);

        using var kept = await site.Post("/settings", "/settings", German);

        Assert.Equal("/settings?said=Entrance.SaidKept", kept.Headers.Location!.ToString());
        var page = await site.Page("/settings");
        Assert.Contains("<html lang=\"de-AT\" data-theme=\"dark\">", page, StringComparison.Ordinal);
        Assert.Contains("value=\"Ada King\"", page, StringComparison.Ordinal);
        Assert.Contains("Menschen", await site.Page("/people"), StringComparison.Ordinal);
        house.Clock.Pass(TimeSpan.FromHours(4)); // past midnight in Tokyo
        Assert.Contains("2. Mai", await site.Page("/"), StringComparison.Ordinal);
        var space = await house.Again().Spaces.SingleAsync(Stop);
        Assert.Equal(("Asia/Tokyo", "de-AT"), (space.TimeZone, space.Locale));
        Assert.StartsWith("Auf „Eve“ passt hier niemand.", (await house.Type("person", "Eve")).Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("name", "", "What shall we call you?")]
    [InlineData("timeZone", "Mars/Olympus", "This machine does not know that time zone.")]
    [InlineData("locale", "tlh", "Mainstay does not speak that language.")]
    public async Task Says_what_is_wrong_and_changes_nothing(string field, string value, string sentence)
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);

        using var answer = await site.Post("/settings", "/settings", [.. German.Where(g => g.Item1 != field), (field, value)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(sentence, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Stop)), StringComparison.Ordinal);
        Assert.Equal("Ada Lovelace", (await house.Again().AccountOf("ada@example.org", Stop)).Name);
    }

    [Fact]
    public async Task Nothing_of_Bobs_changes()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var bob = await house.BobsAccount();
        await using var site = await TestSite.Open(house);

        (await site.Post("/settings", "/settings", German)).Dispose();

        var store = house.Again();
        var bobs = await store.Accesses.Where(a => a.AccountId == bob.Id).Join(store.Spaces, a => a.SpaceId, s => s.Id, (_, s) => s).SingleAsync(Stop);
        Assert.Equal(("Bob", "Europe/Berlin", "en"), ((await store.AccountOf(bob.Id, Stop)).Name, bobs.TimeZone, bobs.Locale));
    }
}
