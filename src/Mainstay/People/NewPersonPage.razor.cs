using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.People;

/// <summary><c>/people/new</c>: somebody added by hand, with as much as one knows at once.</summary>
public sealed partial class NewPersonPage
{
    internal static void Map(IEndpointRouteBuilder pages)
    {
        pages.Get("/people/new", () => Answers.Page<NewPersonPage>(new { }));
        pages.Post("/people", Add);
        pages.Post("/people/{id:guid}/undo", async (HttpContext http, Guid id, Store store, Visit visit, CancellationToken stop) =>
        {
            await store.TrashPerson(id, visit.Clock, stop);
            return Answers.Done(http, FormCollection.Empty, "/people");
        });
    }

    private static async Task<IResult> Add(HttpContext http, Store store, Visit visit, CancellationToken stop)
    {
        var form = await http.Request.ReadFormAsync(stop);
        try
        {
            var person = await store.AddPerson(Read(form), visit.Clock, stop, form.Once());
            return Answers.Done(http, form, $"/people/{person.Id}", ("said", "People.SaidAdded"), ("undo", $"/people/{person.Id}/undo"));
        }
        catch (Mistaken mistaken)
        {
            return Answers.Page<NewPersonPage>(new { Typed = new Typed("new", form, mistaken.Problems) }, new Typed("new", form, mistaken.Problems));
        }
    }

    private static PersonDetails Read(IFormCollection form)
    {
        var birthday = form.Filled("dates") is { } text ? PersonDates.Read("birthday", text) ?? throw new Mistaken(new Problems { { "dates", "People.NotADate", text } }) : null;
        return new()
        {
            Name = form.Filled("name") ?? "",
            Emails = form.Filled("emails") is { } email ? [new(email)] : [],
            Phones = form.Filled("phones") is { } phone ? [new(phone)] : [],
            Roles = form.Filled("roles") is { } roles ? [.. roles.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).DistinctBy(PersonWords.RoleKey).Select(r => new RoleDetails(PersonWords.KeptRole(r)))] : [],
            Dates = birthday is null ? [] : [birthday],
            HowMet = form.Filled("howMet"),
            Notes = form.Filled("notes"),
        };
    }
}
