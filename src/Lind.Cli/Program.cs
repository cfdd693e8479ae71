System.Console.WriteLine("lind");return 0;
