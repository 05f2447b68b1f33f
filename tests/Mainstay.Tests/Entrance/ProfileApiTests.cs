using System.Net;
using Mainstay.Tests.Api;

namespace Mainstay.Tests.Entrance;

public class ProfileApiTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task Tells_and_changes_what_one_says_of_oneself(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var site = await TestSite.Open(house);
        await using var bob = await site.As(await house.BobsAccount());
        var bobs = (await bob.Ask("/api/profile")).Fine().Text;

        var seen = (await site.Ask("/api/profile")).Fine();
        var changed = (await site.Patch("/api/profile", new { TimeZone = "Asia/Tokyo", Locale = "de", Theme = "dark" }, ("If-Match", seen.Tag!))).Fine();
        (await site.Patch("/api/profile", new { Name = "Countess" }, ("If-Match", seen.Tag!))).Is(HttpStatusCode.PreconditionFailed);

        Assert.Equal((seen["name"].GetString(), "Asia/Tokyo", "de", "dark"), (changed["name"].GetString(), changed["timeZone"].GetString(), changed["locale"].GetString(), changed["theme"].GetString()));
        Assert.Equal((changed.Text, changed.Tag), ((await site.Ask("/api/profile")).Text, (await site.Ask("/api/profile")).Tag));
        Assert.Equal(bobs, (await bob.Ask("/api/profile")).Text);
    }

    [Fact]
    public async Task Names_what_is_wrong_and_takes_no_mail_address_or_password()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);
        var before = (await site.Ask("/api/profile")).Fine().Text;

        Assert.NotEmpty((await site.Patch("/api/profile", new { TimeZone = "Mars/Olympus" })).Wrong("timeZone"));
        Assert.NotEmpty((await site.Patch("/api/profile", new { Locale = "tlh" })).Wrong("locale"));
        Assert.NotEmpty((await site.Patch("/api/profile", new { Name = " " })).Wrong("name"));
        Assert.NotEmpty((await site.Patch("/api/profile", new { Theme = "sepia" })).Wrong("theme"));
        Assert.NotEmpty((await site.Patch("/api/profile", new { Mail = "bob@example.org" })).Wrong("mail"));
        Assert.NotEmpty((await site.Patch("/api/profile", new { Password = "correct horse battery" })).Wrong("password"));
        Assert.Equal(before, (await site.Ask("/api/profile")).Text);
    }
}
