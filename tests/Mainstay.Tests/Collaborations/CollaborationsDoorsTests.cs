using System.Net;
using Mainstay.Collaborations;
using Mainstay.Organizations;
using Mainstay.Tests.Api;
using Mainstay.Tests.Rhythm;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Tests.Collaborations;

/// <summary>Collaborations from the command line, for programs and for assistants.</summary>
public class CollaborationsDoorsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task From_the_command_line_it_goes_from_an_idea_to_what_came_of_it(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Know("Grace Hopper");

        var none = (await house.Type("collaborations")).Fine();
        var made = (await house.Type("collaborations", "add", "Joint", "workshops", "--with", "Studio North", "--goal", "Ten of them", "--give", "The programme", "--get", "The rooms", "--next", "Send the draft", "--by", "2026-04-20", "--ends", "2026-12-31", "--json")).Fine().Json;
        var moved = (await house.Type("collaborations", "stage", "joint", "--to", "running", "--on", "2026-04-01")).Fine();
        (await house.Type("collaborations", "person", "joint", "--who", "grace", "--role", "Runs the rooms")).Fine();
        var switched = (await house.Type("collaborations", "person", "joint", "--who", "grace", "--side", "mine", "--json")).Fine().Json;
        var done = (await house.Type("collaborations", "done", "north", "--next", "Print the sheets", "--by", "2026-05-20")).Fine();
        (await house.Type("collaborations", "next", "joint", "--step", "Print the sheets", "--by", "none")).Fine();
        var listed = (await house.Type("collaborations", "--stage", "running")).Fine();
        var edited = (await house.Type("collaborations", "edit", "joint", "--name", "Workshops", "--ends", "none", "--get", "", "--json")).Fine().Json;
        (await house.Type("collaborations", "person", "workshops", "--who", "grace", "--remove")).Fine();
        var ended = (await house.Type("collaborations", "stage", "workshops", "--to", "ended", "--outcome", "Two clients")).Fine();
        var shown = (await house.Type("collaborations", "show", "workshops", "--json")).Fine().Json;
        var gone = (await house.Type("collaborations", "remove", "workshops", "--json")).Fine().Json;
        (await house.Type("undo", gone.GetProperty("change").GetString()!)).Fine();

        Assert.Contains("You have noted no collaboration yet.", none.Error, StringComparison.Ordinal);
        Assert.Equal(("Joint workshops", "Studio North", "idea", "2026-04-20"), (made.GetProperty("name").GetString(), made.GetProperty("organization").GetProperty("name").GetString(), made.GetProperty("stage").GetString(), made.GetProperty("nextOn").GetString()));
        Assert.Contains("Joint workshops, with Studio North", moved.Out, StringComparison.Ordinal);
        Assert.Contains("Next: Send the draft. It was meant for Monday, April 20, 2026, and can still be done.", moved.Out, StringComparison.Ordinal);
        Assert.Contains("Running since Wednesday, April 1, 2026.", moved.Out, StringComparison.Ordinal);
        Assert.Contains("What you give: The programme", moved.Out, StringComparison.Ordinal);
        Assert.Contains("mainstay undo", moved.Error, StringComparison.Ordinal);
        Assert.Equal(("mine", "Runs the rooms"), (switched.GetProperty("people")[0].GetProperty("side").GetString(), switched.GetProperty("people")[0].GetProperty("role").GetString()));
        Assert.Contains("Next, for Wednesday, May 20, 2026: Print the sheets", done.Out, StringComparison.Ordinal);
        Assert.Contains("Last done: Send the draft (Friday, May 1, 2026).", done.Out, StringComparison.Ordinal);
        Assert.Contains("Next: Print the sheets", listed.Out, StringComparison.Ordinal);
        Assert.Contains("On your side: Grace Hopper.", listed.Out, StringComparison.Ordinal);
        Assert.Equal(("Workshops", null, null, "Print the sheets"), (edited.GetProperty("name").GetString(), edited.GetProperty("endsOn").GetString(), edited.GetProperty("whatTheyGive").GetString(), edited.GetProperty("nextStep").GetString()));
        Assert.Contains("What came of it: Two clients", ended.Out, StringComparison.Ordinal);
        Assert.Equal(("ended", 0), (shown.GetProperty("stage").GetString(), shown.GetProperty("people").GetArrayLength()));
        Assert.Single(await house.Again().AllCollaborations(Stop));
    }

    [Theory, OnBoth]
    public async Task From_the_command_line_mistakes_are_said_and_nothing_is_added(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);

        var day = await house.Type("collaborations", "add", "Workshops", "--with", "Another", "--by", "2026-06-01");
        var link = await house.Type("collaborations", "add", "Workshops", "--with", "Another", "--link", "studio.example");
        var nobody = await house.Type("collaborations", "done", "Nowhere");
        await house.WorkWith("Studio", "Workshops");
        var nothing = await house.Type("collaborations", "done", "Workshops");

        Assert.Equal((2, 2), (day.Code, link.Code));
        Assert.Contains("Say what is next on that day.", day.Error, StringComparison.Ordinal);
        Assert.Contains("Write the whole address", link.Error, StringComparison.Ordinal);
        Assert.Contains("No collaboration is called “Nowhere”", nobody.Error, StringComparison.Ordinal);
        Assert.Contains("Nothing is next in it.", nothing.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(await house.Again().Organizations.ToListAsync(Stop), o => o.Name == "Another");
    }

    [Theory, OnBoth]
    public async Task For_programs_it_goes_the_same_way(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper");
        var studio = await house.Store.AddOrganization(new("Studio"), house.Clock, Stop);
        await using var site = await TestSite.Open(house);

        var made = (await site.Hand("/api/collaborations", new { OrganizationId = studio.Id, Name = "Workshops", NextStep = "Send the draft", NextOn = "2026-05-08", People = new[] { new { PersonId = grace } } })).Is(HttpStatusCode.Created);
        var at = $"/api/collaborations/{made["id"].GetGuid()}";
        (await site.Hand("/api/collaborations", new { OrganizationId = studio.Id, Name = "" })).Is(HttpStatusCode.UnprocessableEntity);
        (await site.Hand(at + "/stage", new { Stage = "running", On = "2026-04-01" })).Fine();
        (await site.Hand(at + "/done", new { NextStep = "Print" })).Fine();
        (await site.Hand(at + "/people", new { PersonId = grace, Side = "mine", Role = "Teaches" })).Fine();
        var now = (await site.Ask(at)).Fine();
        (await site.Hand(at + "/next", new { })).Fine();
        (await site.Hand(at + "/done", new { })).Is(HttpStatusCode.Conflict);
        var over = (await site.Hand(at + "/stage", new { Stage = "ended", Outcome = "Two clients" })).Fine();
        (await site.Hand(at + "/next", new { NextStep = "More" })).Is(HttpStatusCode.Conflict);
        var none = (await site.Ask("/api/collaborations?stage=running")).Fine();
        (await site.Hand($"/api/changes/{over["change"].GetGuid()}/undo", new { })).Is(HttpStatusCode.NoContent);
        var listed = (await site.Ask("/api/collaborations?stage=running")).Fine();
        (await site.Ask("/api/collaborations?stage=nonsense")).Is(HttpStatusCode.UnprocessableEntity);

        Assert.Equal(("idea", "theirs"), (made["stage"].GetString(), made["people"][0].GetProperty("side").GetString()));
        Assert.Equal(("running", "2026-04-01", "Print", "Send the draft"), (now["stage"].GetString(), now["since"].GetString(), now["nextStep"].GetString(), now["doneStep"].GetString()));
        Assert.Equal(("mine", "Teaches"), (now["people"][0].GetProperty("side").GetString(), now["people"][0].GetProperty("role").GetString()));
        Assert.Equal((0, 1), (none["items"].GetArrayLength(), listed["items"].GetArrayLength()));
    }

    [Theory, OnBoth]
    public async Task For_programs_Bob_finds_nothing(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var id = await house.WorkWith("Studio", "Workshops");
        await using var site = await TestSite.Open(house);
        var bob = await site.As(await house.BobsAccount());

        (await bob.Ask($"/api/collaborations/{id}")).Is(HttpStatusCode.NotFound);
        Assert.Equal(0, (await bob.Ask("/api/collaborations")).Fine()["items"].GetArrayLength());
        (await bob.Hand("/api/collaborations", new { (await house.Collaboration(id)).It.OrganizationId, Name = "Mine" })).Is(HttpStatusCode.NotFound);
    }
}
