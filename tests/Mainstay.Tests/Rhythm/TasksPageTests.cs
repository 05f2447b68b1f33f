using System.Net;
using Mainstay.Rhythm;
using Microsoft.EntityFrameworkCore;
using static Mainstay.Tests.Rhythm.RhythmCast;

namespace Mainstay.Tests.Rhythm;

public class TasksPageTests
{
    [Theory, OnBoth]
    public async Task A_promise_is_added_put_off_done_and_removed_and_taken_back(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper");
        await using var site = await TestSite.Open(house);
        var form = TestSite.Form(await site.Page("/tasks"), "/tasks");
        (form["text"], form["who"], form["due"], form["way"]) = ("Send the deck", "grace", "2026-05-08", "theirs");

        using var added = await site.Send("/tasks", form);
        using var again = await site.Send("/tasks", form);

        var task = Assert.Single(await house.Again().OpenTasks(Stop)).Task;
        Assert.Equal(("Send the deck", grace, new DateOnly(2026, 5, 8), true), (task.Text, task.PersonId, task.DueOn, task.PromisedToMe));
        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (added.StatusCode, again.StatusCode));
        using var moved = await site.Post("/tasks", $"/tasks/{task.Id}/due", ("due", "2026-06-01"));
        Assert.Equal(new DateOnly(2026, 6, 1), (await house.Again().TaskLineOf(task.Id, Stop)).Task.DueOn);
        using var done = await site.Post("/tasks", $"/tasks/{task.Id}/done");
        Assert.Contains("Done lately", await site.Page("/tasks"), StringComparison.Ordinal);
        using var removed = await site.Post("/tasks", $"/tasks/{task.Id}/remove");
        Assert.Empty(await house.Again().Tasks.ToListAsync(Stop));
        var undo = Uri.UnescapeDataString(removed.Headers.Location!.ToString().Split("undo=")[1]);
        using var back = await site.Send(undo, TestSite.Form(await site.Page(removed.Headers.Location.ToString()), undo));
        Assert.Equal("Send the deck", (await house.Again().Tasks.SingleAsync(Stop)).Text);
    }

    [Fact]
    public async Task What_is_wrong_stands_beside_its_field()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);

        using var answer = await site.Post("/tasks", "/tasks", ("text", " "), ("who", "Nobody at all"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Empty(await house.Again().Tasks.ToListAsync(Stop));
    }

    [Theory, OnBoth]
    public async Task Nothing_of_Bobs_is_shown_or_changed(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var secret = await (await house.Bob()).Promise(new() { Text = "Tell nobody" }, house.Clock, Stop);
        await using var site = await TestSite.Open(house);
        var page = await site.Page("/tasks");

        using var refused = await site.Send($"/tasks/{secret.Id}/remove", TestSite.Form(page, "/tasks"));

        Assert.DoesNotContain("Tell nobody", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
    }

    [Theory, OnBoth]
    public async Task A_command_removes_a_task_and_takes_it_back(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var task = await house.Store.Promise(new() { Text = "Send the deck" }, house.Clock, Stop);

        var gone = (await house.Type("tasks", "remove", task.Id.ToString(), "--json")).Fine();
        Assert.Empty(await house.Again().OpenTasks(Stop));
        (await house.Type("undo", gone.Json.GetProperty("change").GetString()!)).Fine();

        Assert.Single(await house.Again().OpenTasks(Stop));
    }
}
