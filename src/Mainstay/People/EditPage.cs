using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.People;

/// <summary>Where the forms of a person's page send a part of the record.</summary>
public static class EditPage
{
    internal static void Map(IEndpointRouteBuilder pages) => pages.Post("/people/{id:guid}/edit/{section}", async (HttpContext http, Guid id, string section, Store store, Visit visit, CancellationToken stop) =>
    {
        var part = PersonEdits.Section(section) ?? throw new NotFound("People.NotThere");
        var form = await http.Request.ReadFormAsync(stop);
        return await Send(http, form, part, await store.DetailsToEdit(id, stop), new()
        {
            Nothing = new(),
            Write = edit => store.EditPerson(id, edit, visit.Clock, stop),
            Show = again => PersonPage.Show(http, id, null, stop, again),
            Back = $"/people/{id}",
        });
    });

    /// <summary>What is done with a form, for whatever record it is.</summary>
    public sealed record Doing<TRecord>
    {
        /// <summary>A record of which nothing is said.</summary>
        public required TRecord Nothing { get; init; }

        public required Func<Edit<TRecord>, Task<Edited<TRecord>>> Write { get; init; }

        /// <summary>The page with the form, which has to be looked at again.</summary>
        public required Func<EditForm, Task<IResult>> Show { get; init; }

        public required string Back { get; init; }
    }

    /// <summary>Reads a form and does what it says; or shows it again, with what was typed.</summary>
    public static async Task<IResult> Send<TRecord>(HttpContext http, IFormCollection form, EditSection<TRecord> section, TRecord now, Doing<TRecord> doing)
    {
        var sent = Sent(form);
        if (sent.More is { } list && section.Fields.FirstOrDefault(f => f.Name == list)?.Shape is { } shape)
        {
            sent.Sheet.AddRow(list, shape.Columns.Select(c => c.Name));
            return await doing.Show(EditForm.Again(section, sent.Sheet, sent.Was, []));
        }
        try
        {
            var problems = new Problems();
            var edit = sent.Read(section, now, doing.Nothing, problems);
            Mistaken.ThrowIf(problems);
            var edited = await doing.Write(edit);
            return edited.Outcome.Clashes.Count > 0 ? await doing.Show(EditForm.Clashing(section, sent.Sheet, edited.Outcome)) : Done(http, form, section.Name, edited, doing.Back);
        }
        catch (Mistaken mistaken)
        {
            return await doing.Show(EditForm.Again(section, sent.Sheet, sent.Was, mistaken.Problems));
        }
    }

    private static IResult Done<TRecord>(HttpContext http, IFormCollection form, string section, Edited<TRecord> edited, string back)
    {
        (string, string)[] said = edited.Undo is { } undo ? [("said", edited.Outcome.Meanwhile.Count > 0 ? "People.SaidMerged" : "People.SaidChanged"), ChangesPage.Undo(undo)] : [];
        return Answers.Done(http, FormCollection.Empty, $"{back}#part-{section}", said);
    }

    private static SentForm Sent(IFormCollection form) => new(
        new(form.Where(f => f.Key.Length < 100).Select(f => KeyValuePair.Create(f.Key, f.Value.ToString()))),
        form["was"].ToString(),
        [.. form.Where(f => f.Key.StartsWith("choice.", StringComparison.Ordinal) && f.Value == "theirs").Select(f => f.Key["choice.".Length..])],
        form.Filled("more"));
}
