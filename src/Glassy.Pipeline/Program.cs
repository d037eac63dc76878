Console.WriteLine("glassy");
return 0;
