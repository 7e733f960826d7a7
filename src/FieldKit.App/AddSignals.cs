namespace FieldKit.App;

/// <summary>What writing and sending need: the device's store and keys, enrolment, drafts, outbox, sync.</summary>
internal static class SignalsRegistration
{
    public static IServiceCollection AddSignals(this IServiceCollection services) => services;
}
