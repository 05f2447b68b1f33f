using Mainstay.Accountability;
using Mainstay.Needs;
using Microsoft.Playwright;

namespace Mainstay.Tests;

/// <summary>Commitments and what a witness sees, at a desk and on a phone, light and dark: no barriers, nothing sticks out.</summary>
public class CommitmentsPagesTests(Browsing browsing) : IClassFixture<Browsing>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(360, ColorScheme.Dark)]
    [InlineData(360, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    [InlineData(1280, ColorScheme.Light)]
    public async Task No_page_has_barriers(int width, ColorScheme theme)
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var (grace, alan) = await SampleNetwork.Fill(house);
        var goal = await house.Store.AddGoal(new("Ten clinics use it by the end of the year"), house.Clock, Stop);
        var long1 = await Commit(house, "Five clinics between Porto and Faro have my offer, with a price in it and the name of somebody they can call, and have answered either way", grace, goal.Id);
        await Commit(house, "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnung", alan);
        var asked = await Commit(house, "每周写一页 – اكتب صفحة كل أسبوع", null);
        var toGrace = "/answer/" + await house.Store.MakeWitnessLink(long1, house.Today, house.Clock, Stop);
        await house.Store.SayWitnessAnswer(long1, true, house.Today, house.Clock, Stop);
        await house.Store.MakeWitnessLink((await house.Store.AllCommitments(house.Today, Stop, alan))[0].It.Id, house.Today, house.Clock, Stop);
        house.Clock.Pass(TimeSpan.FromDays(7));
        await house.Store.NoteCheckIn(long1, new(Went.Partly, "Two are out, and one has called back to ask what the second seat costs.", "Call the third"), house.Today, house.Clock, Stop);
        await house.Store.EndCommitment(asked, new(CommitmentState.NotKept, "Three pages.", "Write in the morning."), house.Today, house.Clock, Stop);
        house.Clock.Pass(TimeSpan.FromDays(7));
        await house.Store.ChangePromise(long1, new(new("Three clinics have my offer", new(2026, 9, 30), "Mails sent")) { GoalId = goal.Id, Because = "The second seat takes longer than I thought." }, house.Today, house.Clock, Stop);
        house.Clock.Pass(TimeSpan.FromDays(7));
        var link = await house.Store.MakeWitnessLink(long1, house.Today, house.Clock, Stop);
        await house.Store.ChangePromise(long1, new(new("One clinic has my offer", new(2026, 9, 30))) { GoalId = goal.Id }, house.Today, house.Clock, Stop);
        await house.Store.WriteByLink((await Mainstay.Accounts.TokenLinkActions.OpenLink(house.Store, link, house.Clock, Stop)).Link, "Well begun. Two is more than none.", house.Today, house.Clock, Stop);
        var slipping = await Commit(house, "Sleep before eleven", null);
        house.Clock.Pass(TimeSpan.FromDays(25));
        await using var site = await Browsing.Serve(house);
        var page = await browsing.Open(site, width, theme, scripts: true);
        var barriers = new List<string>();

        foreach (var (name, path) in new[] { ("commitments", "/commitments"), ("commitment", $"/commitments/{long1}"), ("commitment-slipping", $"/commitments/{slipping}?open=change"), ("commitment-ended", $"/commitments/{asked}"), ("commitment-new", $"/commitments/new?witness={grace}"), ("person-commitments", $"/people/{grace}"), ("today-commitments", "/"), ("witness", toGrace), ("witness-asked", "/answer/" + await house.Store.MakeWitnessLink((await house.Store.AllCommitments(house.Today, Stop, alan))[0].It.Id, house.Today, house.Clock, Stop)) })
        {
            await page.GotoAsync(path);
            await PagesTests.Look(page, $"{name}-{width}-{theme}", barriers);
        }

        Assert.Empty(barriers);
    }

    [Fact]
    public async Task One_is_made_checked_in_on_and_ended_without_scripts()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await Browsing.Serve(house);
        var page = await browsing.Open(site, 360, scripts: false);

        await page.GotoAsync("/commitments");
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "Commit to something" }).First.ClickAsync();
        await page.GetByLabel("What will you have done?").FillAsync("Send the offer");
        await page.GetByLabel("By when?").FillAsync("2026-05-20");
        await page.GetByRole(AriaRole.Button, new() { Name = "I commit to it" }).ClickAsync();
        await Assertions.Expect(page.GetByText("You have committed to it.")).ToBeVisibleAsync();
        house.Clock.Pass(TimeSpan.FromDays(7));
        await page.GotoAsync("/");
        await Assertions.Expect(page.GetByText("How did the week go with “Send the offer”?")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Check in" }).First.ClickAsync();
        await page.GetByLabel("Partly", new() { Exact = true }).CheckAsync();
        await page.GetByLabel("In one sentence").FillAsync("Two are out");
        await page.GetByRole(AriaRole.Button, new() { Name = "Note it" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Two are out")).ToBeVisibleAsync();
        await page.GetByText("How did it end?").First.ClickAsync();
        await page.GetByLabel("Kept", new() { Exact = true }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Note it" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Kept, on Friday")).ToBeVisibleAsync();

        Assert.Equal((CommitmentState.Kept, Went.Partly), (await house.Again().AllCommitments(house.Today, Stop)).Single() is var line ? (line.It.State, line.Course.CheckIns.Single().Answer) : default);
    }

    private static async Task<Guid> Commit(TestHouse house, string outcome, Guid? witness, Guid? goal = null) =>
        (await house.Store.Commit(new() { Promise = new(outcome, house.Today.AddDays(90), null, "Sent"), FirstStep = "List ten", WitnessId = witness, GoalId = goal }, house.Today, house.Clock, Stop)).Id;
}
