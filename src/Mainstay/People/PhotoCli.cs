using System.CommandLine;
using Mainstay.Cli;
using Mainstay.Words;

namespace Mainstay.People;

/// <summary><c>photo NAME FILE</c>: a person's picture.</summary>
internal static class PhotoCli
{
    public static Command Command(Shell shell)
    {
        var who = WhoCli.Completed<string>(shell, new("NAME") { Description = "People.HelpPhotoWhose" });
        var file = new Argument<FileInfo?>("FILE") { Description = "People.HelpPhotoFile", Arity = ArgumentArity.ZeroOrOne };
        var remove = new Option<bool>("--remove") { Description = "People.HelpPhotoRemove" };
        var photo = new Command("photo", "People.HelpPhoto") { who, file, remove };
        photo.Validators.Add(typed =>
        {
            if (typed.GetValue(file) is null == !typed.GetValue(remove)) typed.Mistake("People.PhotoOrRemove");
        });
        photo.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var person = await desk.Store.FindPerson(typed.GetValue(who)!, stop);
            var picture = typed.GetValue(file) is { } from ? await Read(from, stop) : null;
            var undo = await desk.Store.SetPhoto(person.Id, picture, desk.Clock, stop);
            if (desk.Paper.AsJson) desk.Paper.Write(new { person.Id, person.Name, HasPhoto = picture is not null, Changed = undo is not null });
            else desk.Paper.Line(Speech.Say(picture is null ? "People.PhotoGone" : "People.PhotoKept", person.Name));
            return Shell.Fine;
        }, stop));
        return photo;
    }

    private static async Task<byte[]> Read(FileInfo file, CancellationToken stop)
    {
        if (!file.Exists) throw new CannotBeDone("People.NoSuchFile", file.Name);
        Mistaken.ThrowIf(new Problems().When(file.Length > PersonCheck.LargestPhoto, "photo", "People.PhotoTooLarge", PersonCheck.LargestPhoto / 1_000_000));
        return await File.ReadAllBytesAsync(file.FullName, stop);
    }
}
