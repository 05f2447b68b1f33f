using Mainstay.Coverage;
using Mainstay.Needs;
using Mainstay.People;
using Mainstay.Reviews;
using Mainstay.Rhythm;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Mainstay.Tests;

/// <summary>The quarterly review at a desk and on a phone, light and dark: no barriers, nothing sticks out, and all of it in one form.</summary>
public class ReviewPagesTests(Browsing browsing) : IClassFixture<Browsing>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(360, ColorScheme.Light)]
    [InlineData(360, ColorScheme.Dark)]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    public async Task No_page_has_barriers(int width, ColorScheme theme)
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await Browsing.Serve(house);
        var page = await browsing.Open(site, width, theme, scripts: true);
        var barriers = new List<string>();

        await page.GotoAsync("/review");
        await PagesTests.Look(page, $"review-empty-{width}-{theme}", barriers);
        await Fill(house);
        await page.GotoAsync("/review");
        await PagesTests.Look(page, $"review-{width}-{theme}", barriers);

        Assert.Empty(barriers);
    }

    [Fact]
    public async Task Without_scripts_one_form_does_it_all()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await Browsing.Serve(house);
        await Fill(house);
        var page = await browsing.Open(site, 360, ColorScheme.Light, scripts: false);

        await page.GotoAsync("/review");
        await page.GetByLabel("What about “Pricing for clinics”?").SelectOptionAsync(new SelectOptionValue { Label = "Needed no more" });
        await page.GetByLabel("What about “A friend of long ago whose name is long enough to need two lines”?").SelectOptionAsync(new SelectOptionValue { Label = "Let it rest" });
        await page.GetByLabel("In your words").FillAsync("Fewer clinics");
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep this review" }).ClickAsync();
        await page.GetByText("The review is kept.").WaitForAsync();

        Assert.Equal(["Someone to talk to"], (await house.Again().OpenNeeds(Stop)).Select(n => n.Topic));
        Assert.Equal("Fewer clinics", (await house.Store.AllReviews(Stop))[0].Note);
        Assert.Equal(0, await page.GetByLabel("A friend of long ago").CountAsync());
    }

    private static async Task Fill(TestHouse house)
    {
        var today = house.Today;
        house.Clock.MoveTo(today.AddDays(-500));
        var far = (await house.Store.AddPerson(new() { Name = "A friend of long ago whose name is long enough to need two lines" }, house.Clock, Stop)).Id;
        var near = (await house.Store.AddPerson(new() { Name = "山田 花子" }, house.Clock, Stop)).Id;
        await house.Store.SetLayer(far, Layer.Extended, Stop);
        await house.Store.SetLayer(near, Layer.Core, Stop);
        await house.Store.AddNeed(new() { Kind = SupportKind.Knowledge, Topic = "Pricing for clinics", NeededBy = today.AddDays(-3) }, house.Clock, Stop);
        await house.Store.AddNeed(new() { Kind = SupportKind.Emotional, Topic = "Someone to talk to", Importance = 5 }, house.Clock, Stop);
        house.Clock.MoveTo(today.AddDays(-100));
        await house.Store.KeepReview(new() { Note = "Too much hangs on one person." }, house.Services.GetRequiredService<MapQueries>(), house.Today, house.Clock, Stop);
        house.Clock.MoveTo(today);
        await house.Store.ReachGoal((await house.Store.AddGoal(new("Ten clinics"), house.Clock, Stop)).Id, today, Stop);
    }
}
