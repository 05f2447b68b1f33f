using Mainstay.Storage;

namespace Mainstay.Mail;

/// <summary>A room that knows whether what its letters are about is still where it was when they were written.</summary>
public interface ILetterSubjects
{
    /// <summary>Whether it is still to the point to send this letter, for the first time or once more; what is of another room is.</summary>
    /// <param name="store">The owner's rows.</param>
    /// <param name="letter">What is to be sent, was not sent, or may not have arrived.</param>
    /// <param name="clock">What time it is.</param>
    /// <param name="stop">Ends it.</param>
    Task<bool> StillStands(Store store, Letter letter, TimeProvider clock, CancellationToken stop);

    /// <summary>Whether what is not to the point at present may be so again. As long as it is good for something, it waits for that, instead of being called off for good.</summary>
    /// <param name="store">The owner's rows.</param>
    /// <param name="letter">What is to be sent.</param>
    /// <param name="clock">What time it is.</param>
    /// <param name="stop">Ends it.</param>
    Task<bool> MayStandAgain(Store store, Letter letter, TimeProvider clock, CancellationToken stop);
}
