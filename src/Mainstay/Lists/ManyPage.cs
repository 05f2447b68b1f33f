using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Lists;

/// <summary>Where the list's form changes many people, and takes it back.</summary>
internal static class ManyPage
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.Post("/people/many", Change);
        pages.Post("/people/many/{id:guid}/undo", async (HttpContext http, Guid id, Store store, Visit visit, CancellationToken stop) =>
        {
            await store.UndoChange(id, visit.Clock, stop);
            return Answers.Done(http, await http.Request.ReadFormAsync(stop), "/people", ("undone", id.ToString()));
        });
    }

    private static async Task<IResult> Change(HttpContext http, Store store, Visit visit, CancellationToken stop)
    {
        var form = await http.Request.ReadFormAsync(stop);
        var wanted = PeopleWanted.OfText(form["wanted"].ToString());
        try
        {
            var people = form["all"].Count > 0 ? await store.AllWanted(wanted, visit.Clock, visit.Today, stop) : [.. form["person"].Select(p => Guid.TryParse(p, out var id) ? id : Guid.Empty)];
            var change = await store.ChangeAll(people, What(form), visit.Clock, stop, form.Once());
            return Answers.Done(http, form, "/people", ("did", change.Id.ToString()));
        }
        catch (Mistaken mistaken)
        {
            return await PeoplePage.Show(http, wanted, new Typed("many", form, mistaken.Problems), stop);
        }
    }

    /// <summary>What the pressed button says; layers are named by the button itself.</summary>
    private static PeopleEdit What(IFormCollection form)
    {
        var pressed = form["do"].ToString().Split(':');
        var kind = PeopleEdit.Named(pressed[0]) ?? throw new Mistaken(new Problems().When(true, "", "Lists.WhatToDo"));
        return new(kind, kind switch
        {
            EditKind.Layer => pressed.Length > 1 ? pressed[1] : null,
            EditKind.Cadence => form["cadence"].ToString(),
            EditKind.Trash => null,
            EditKind.AddRole => PersonWords.KeptRole(form["word"].ToString()),
            _ => form["word"].ToString(),
        });
    }
}
